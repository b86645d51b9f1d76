/** The first few lines, and one that counts the rest. */
export const shorten = (lines: readonly string[], most: number): readonly string[] => {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), `  ... and ${rest} more (--all shows them)`] : lines;
};
