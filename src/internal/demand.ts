/** Refuses an argument that no caller can have meant: a mistake in the program, not in its input. */
export const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new RangeError(what);
};
