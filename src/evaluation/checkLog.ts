import {
  amount,
  andThen,
  atMost,
  faultsOf,
  fraction,
  id,
  isRecord,
  listOf,
  recordOf,
  text,
} from "../check/shape.js";
import type { Problem } from "../model/problem.js";
import type { LoggedChoice } from "./loggedChoice.js";

/** What chances may miss of 1, all together: many roundings. */
const SLACK = 1e-6;

/** Products and squares of what a lead brought and what it weighs stay finite. */
const MOST_REWARD = 1e50;

const LEAST_PROPENSITY = 1e-50;

export const addUpToOne = (parts: readonly number[]): boolean =>
  Math.abs(parts.reduce((sum, part) => sum + part, 0) - 1) <= SLACK;

const logShape = listOf(
  recordOf(
    { candidates: listOf(recordOf({ id, propensity: fraction })), repId: id },
    {
      reward: andThen(amount, atMost(MOST_REWARD)),
      segment: text,
      lead: (value) => (isRecord(value) ? [] : [{ path: [], message: "must be a lead" }]),
    },
  ),
);

/** What must hold between the fields of one choice, once each of them is sound. */
const faultsBetween = ({ candidates, repId }: LoggedChoice): readonly Problem[] => {
  const ids = new Set<string>();
  const faults: Problem[] = [];
  for (const [i, { id: each }] of candidates.entries()) {
    if (ids.has(each)) faults.push({ path: ["candidates", i, "id"], message: "stands for the second time" });
    ids.add(each);
  }
  if (!addUpToOne(candidates.map(({ propensity }) => propensity)))
    faults.push({
      path: ["candidates"],
      message:
        "must have propensities that add up to 1: are they chances, or the shares of a selector that leaves nothing to chance?",
    });
  const taker = candidates.find(({ id: each }) => each === repId);
  if (taker === undefined) faults.push({ path: ["repId"], message: "must be one of the candidates" });
  else if (taker.propensity < LEAST_PROPENSITY)
    faults.push({
      path: ["repId"],
      message: `must be a candidate of a propensity of at least ${LEAST_PROPENSITY}, since the lead went there`,
    });
  return faults;
};

/** Every fault of a log. */
export const faultsOfLog = (log: unknown): readonly Problem[] => {
  const faults = faultsOf("log", logShape, log);
  if (faults.length > 0) return faults;
  return (log as readonly LoggedChoice[]).flatMap((choice, i) =>
    faultsBetween(choice).map(({ path, message }) => ({ path: ["log", i, ...path], message })),
  );
};
