import * as E from "fp-ts/lib/Either.js";
import type { Problem, Problems } from "../model/problem.js";
import { textOf } from "./textOf.js";

/** Carries a problem up to the strategy's edge, where it becomes a `Left`. */
class Blamed {
  constructor(readonly problem: Problem) {}
}

/** Names the part that broke its contract. */
export const blame = (path: Problem["path"], message: string): never => {
  throw new Blamed({ path: ["strategy", ...path], message });
};

/** Calls a part; what it throws is its own fault. */
export const call = <A>(path: Problem["path"], part: () => A): A => {
  try {
    return part();
  } catch (thrown) {
    if (thrown instanceof Blamed) throw thrown;
    return blame(path, textOf(thrown));
  }
};

/** The edge: nothing leaves but an answer. */
export const answer = <A>(decide: () => E.Either<Problems, A>): E.Either<Problems, A> => {
  try {
    return decide();
  } catch (thrown) {
    return E.left([
      thrown instanceof Blamed
        ? thrown.problem
        : { path: [], message: `the input could not be read: ${textOf(thrown)}` },
    ]);
  }
};
