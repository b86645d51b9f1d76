/** No figure of a rep's performance is larger, so that sums over any roster, and their products with rates, stay finite. */
export const MOST_OUTCOMES = 1e100;
