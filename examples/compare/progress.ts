/** Where it is said how far things are: standard error, so that the figures can be redirected. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

const PARTS = 10;

/** Says how many of all are done: in one line that changes, or a line for each tenth where a line cannot. */
export const progress = (what: string, all: number, screen: Screen): (() => void) => {
  let done = 0;
  return () => {
    done += 1;
    const text = `${what}: ${done} of ${all}`;
    if (screen.isTTY === true) screen.write(`\r${text}${done === all ? "\n" : ""}`);
    else if (Math.floor((done * PARTS) / all) > Math.floor(((done - 1) * PARTS) / all))
      screen.write(`${text}\n`);
  };
};
