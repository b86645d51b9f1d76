import { setTimeout } from "node:timers/promises";

/** Classes 08 and 57P: the connection or the server is gone. 40001 and 40P01: another transaction was in the way. */
const PASSING = /^(08|57P|40001$|40P01$|ECONN|EPIPE$)/;

/** What `pg` says without a code. */
const CONNECTION = /Connection terminated|not queryable|Connection ended/;

/** Whether trying again may help. */
const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return PASSING.test(code) || (code === "" && CONNECTION.test(error.message));
};

/** From 10 ms to 5 s in all: longer than a connection takes to come back, shorter than a caller waits. */
const TRIES = 10;

/**
 * Does work again that a lost connection cut short. When the connection dies in the commit nobody knows whether it
 * was made, so the work has to be such that doing it twice is harmless.
 */
export const persistently = async <A>(work: () => Promise<A>): Promise<A> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === TRIES || !isPassing(error)) throw error;
      await setTimeout(5 * 2 ** tried);
    }
  }
};
