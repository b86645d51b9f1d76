/** The most that a rolling limit may allow, since as many moments are remembered for each rep. */
export const MOST_IN_ROLLING = 1000;
