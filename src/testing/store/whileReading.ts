import type { Kept } from "./kept.js";
import type { Store } from "./store.js";
import { together } from "./together.js";

/** A store that answers at once would be asked for ever. */
const MOST_READS = 100;

/**
 * Does one piece of work after the other in each line, the lines side by side, and looks at everything again and
 * again meanwhile: in a loop, and whenever a piece of work begins.
 */
export const whileReading = async (
  store: Store,
  look: (kept: Kept) => void,
  lines: readonly (readonly (() => Promise<unknown>)[])[],
): Promise<void> => {
  let isDone = false;
  const lookOnce = async (): Promise<void> => look(await store.everything());
  const reader = async (): Promise<void> => {
    for (let reads = 0; reads < MOST_READS && !isDone; reads += 1) await lookOnce();
  };
  const writers = together(
    lines.map(async (line) => {
      for (const work of line) await together<unknown>([work(), lookOnce()]);
    }),
  ).finally(() => {
    isDone = true;
  });
  await together<unknown>([writers, reader(), reader()]);
  await lookOnce();
};
