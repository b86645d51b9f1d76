/** Columns side by side, all aligned to the right but the first; the first row is the head. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cell.length);
    });
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = rows.map(line);
  return [head, "-".repeat(head.length), ...body].join("\n");
};

/** Thousands apart and a fixed number of digits, the same in every locale of the host. */
export const figure = (value: number, digits = 0): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A measure that may be missing. */
export const index = (value: number | null): string => (value === null ? "-" : figure(value, 3));

export const percent = (fraction: number): string => `${figure(fraction * 100, 1)} %`;
