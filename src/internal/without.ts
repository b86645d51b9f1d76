/** Those of the list who are not among the others, in their order; the very same list when there are no others. */
export const without = (list: readonly string[], others: readonly string[]): readonly string[] => {
  if (others.length === 0) return list;
  const gone = new Set(others);
  return list.filter((each) => !gone.has(each));
};
