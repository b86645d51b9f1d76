import * as E from "fp-ts/lib/Either.js";
import { faultsOf, fraction, id, listOf, recordOf } from "../check/shape.js";
import { textOf } from "../internal/textOf.js";
import type { RepId } from "../model/id.js";
import type { Problem, Problems } from "../model/problem.js";
import { addUpToOne } from "./checkLog.js";
import type { LoggedChoice } from "./loggedChoice.js";
import type { Chance, Target } from "./target.js";

/** One choice beside what the target would have done. */
export interface Weighed {
  readonly choice: LoggedChoice;
  /** How likely the target was to choose whom. */
  readonly chances: readonly Chance[];
  /** How much likelier than the log the target is to choose whoever was chosen. */
  readonly weight: number;
  /** How likely the target chooses somebody whom the log could not. */
  readonly uncovered: number;
}

const chancesShape = listOf(recordOf({ repId: id, probability: fraction }));

const faultsIn = (chances: readonly Chance[]): readonly Problem[] => {
  const ids = new Set(chances.map(({ repId }) => repId));
  if (ids.size < chances.length) return [{ path: ["chances"], message: "named a rep twice" }];
  const isSound = chances.length === 0 || addUpToOne(chances.map(({ probability }) => probability));
  return isSound ? [] : [{ path: ["chances"], message: "gave probabilities that do not add up to 1" }];
};

const weighed = (choice: LoggedChoice, chances: readonly Chance[]): Weighed => {
  const propensities = new Map<RepId, number>(choice.candidates.map((each) => [each.id, each.propensity]));
  const likely = chances.find(({ repId }) => repId === choice.repId)?.probability ?? 0;
  const uncovered = chances.reduce(
    (sum, { repId, probability }) => sum + ((propensities.get(repId) ?? 0) > 0 ? 0 : probability),
    0,
  );
  return {
    choice,
    chances,
    weight: likely / (propensities.get(choice.repId) as number),
    uncovered: chances.length === 0 ? 1 : uncovered,
  };
};

/** Asks the target about every choice, up to the first that it has no sound answer to. */
export const weighedBy = (
  log: readonly LoggedChoice[],
  target: Target,
): E.Either<Problems, readonly Weighed[]> => {
  const all: Weighed[] = [];
  const told = (i: number, { path, message }: Problem): Problem => ({
    path: ["target", target.name, ...path],
    message: `${message} (asked about log[${i}])`,
  });
  try {
    const ask = target.open();
    for (const [i, choice] of log.entries()) {
      const chances = ask(choice);
      const misshapen = faultsOf("chances", chancesShape, chances);
      const [first, ...rest] = misshapen.length > 0 ? misshapen : faultsIn(chances);
      if (first !== undefined) return E.left([told(i, first), ...rest.map((each) => told(i, each))]);
      all.push(weighed(choice, chances));
    }
  } catch (thrown) {
    return E.left([told(all.length, { path: [], message: textOf(thrown) })]);
  }
  return E.right(all);
};
