import { textOf } from "./textOf.js";

/** Calls what a user wrote, and says whose it is where it throws. */
export const namingThrown = <A>(nameOf: () => string, part: () => A): A => {
  try {
    return part();
  } catch (thrown) {
    throw new TypeError(`${nameOf()} threw ${textOf(thrown)}`, { cause: thrown });
  }
};
