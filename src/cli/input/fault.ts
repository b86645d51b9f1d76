/** A fault of an input file, with the place where a person finds it. An empty place or field means the whole. */
export interface Fault {
  readonly file: string;
  readonly place: string;
  readonly field: string;
  readonly message: string;
}

/** One line: file, row, field, and what is wrong. */
export const formatFault = ({ file, place, field, message }: Fault): string =>
  `${[file, place, field].filter((part) => part !== "").join(", ")}: ${message}`;
