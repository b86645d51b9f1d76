import * as E from "fp-ts/lib/Either.js";
import type { State } from "../model/state.js";
import { formatProblems } from "../model/unwrap.js";
import { emptyState } from "../state/emptyState.js";
import { readState } from "../state/readState.js";
import type { Files } from "./files.js";
import { plain } from "./plain.js";

const SEED = "fairlead";

const damaged = (name: string, what: string): string =>
  `${name}: cannot be used as a state, and was left as it is\n${what}`;

/** The state to start from: that of the file, or an empty one where no file is named or there. */
export const readStateFile = (files: Files, name: string | undefined): E.Either<string, State> => {
  if (name === undefined) return E.right(emptyState({ seed: SEED }));
  const text = files.read(name);
  if (E.isLeft(text)) return E.left(`${name}: ${text.left}`);
  if (text.right === undefined) return E.right(emptyState({ seed: SEED }));
  try {
    const state = readState(JSON.parse(text.right));
    return E.isRight(state) ? state : E.left(damaged(name, formatProblems(state.left)));
  } catch (thrown) {
    return E.left(damaged(name, `it is not JSON: ${plain((thrown as Error).message, 120)}`));
  }
};
