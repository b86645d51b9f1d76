/** For each of the `wanted` ids its place among `ids`, or -1. Both are sorted, so one walk finds all. */
export const align = (ids: readonly string[], wanted: readonly string[]): readonly number[] => {
  let place = 0;
  return wanted.map((id) => {
    while (place < ids.length && (ids[place] as string) < id) place += 1;
    return ids[place] === id ? place : -1;
  });
};
