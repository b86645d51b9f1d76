const MOST_ITEMS = 8;

/** "en, de, sv": a list for a reason, the first eight of it and the number of the others. */
export const listed = <A>(items: readonly A[], textOf: (item: A) => string): string => {
  const shown = items.slice(0, MOST_ITEMS).map(textOf).join(", ");
  const more = items.length - MOST_ITEMS;
  return more > 0 ? `${shown} and ${more} more` : shown;
};
