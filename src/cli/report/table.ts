/** A column of a table: its head, and on which side its cells stand. */
export interface TableColumn {
  readonly head: string;
  readonly align: "left" | "right";
}

export const left = (head: string): TableColumn => ({ head, align: "left" });
export const right = (head: string): TableColumn => ({ head, align: "right" });

const width = (text: string): number => Array.from(text).length;

/** Rows under their heads, as lines that are indented by two blanks. */
export const table = (
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  const lines = [columns.map(({ head }) => head), ...rows];
  const widths = columns.map((_, i) => lines.reduce((most, line) => Math.max(most, width(line[i] ?? "")), 0));
  return lines.map((line) => {
    const cells = columns.map(({ align }, i) => {
      const text = line[i] ?? "";
      const blank = " ".repeat((widths[i] ?? 0) - width(text));
      return align === "left" ? text + blank : blank + text;
    });
    return `  ${cells.join("  ")}`.trimEnd();
  });
};
