import { setTimeout } from "node:timers/promises";

const SHORTEST_MS = 16;
const LONGEST_MS = 400;

/** Waits before the next try, by chance up to a bound that doubles: those who collided come back at different moments. */
export const pause = async (tries: number): Promise<void> => {
  await setTimeout(Math.random() * Math.min(LONGEST_MS, SHORTEST_MS * 2 ** tries));
};
