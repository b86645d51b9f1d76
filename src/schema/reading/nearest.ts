const LONGEST_NAME = 40;
const MOST_EDITS = 2;

/**
 * How often a letter was added, left out, replaced, or swapped with its neighbour (optimal string alignment).
 */
const editsBetween = (a: string, b: string): number => {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const straight = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + same,
      );
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isSwap ? Math.min(straight, (before[j - 2] as number) + 1) : straight);
    }
    before = above;
    above = row;
  }
  return above[b.length] as number;
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/**
 * `: did you mean "languages"?` where a known name is at most two slips away, or differs in case and dashes
 * alone.
 */
export const nearest = (name: string, known: readonly string[]): string => {
  if (name.length > LONGEST_NAME) return "";
  const wanted = plain(name);
  let found: string | undefined;
  let fewest = MOST_EDITS + 1;
  for (const other of known) {
    const meant = plain(other);
    if (Math.abs(meant.length - wanted.length) >= fewest || meant.length <= 2 * MOST_EDITS) continue;
    const edits = editsBetween(wanted, meant);
    if (edits < fewest) [found, fewest] = [other, edits];
  }
  return found === undefined ? "" : `: did you mean ${JSON.stringify(found)}?`;
};
