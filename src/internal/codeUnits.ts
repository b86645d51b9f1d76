/** Less than, equal or greater by UTF-16 code units: the same on every engine and in every locale. */
export const compareCodeUnits = (a: string, b: string): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

/** The place of `wanted` in a list sorted by code units, or -1. */
export const placeOf = (sorted: readonly string[], wanted: string): number => {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as string;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
