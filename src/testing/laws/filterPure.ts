import { compose } from "../../index.js";
import { all } from "../../selectors/byRule/all.js";
import type { Scenario } from "../arbitraries/aScenario.js";
import { aSituation, type Situation } from "../arbitraries/aSituation.js";
import { bytes } from "../json.js";
import { answersTo, type FilterLaw, lawOfSituations } from "./filterLaw.js";
import { insist } from "./law.js";
import { pure } from "./pure.js";

/** A copy that shares nothing with the original and cannot be written. */
const frozenCopy = (situation: Situation): Situation =>
  JSON.parse(JSON.stringify(situation), (_key, value: unknown) => Object.freeze(value));

const sameAnswers = lawOfSituations(
  "filterPure",
  "The same question has the same answer, deep-frozen too. No clock, no chance.",
  (filter, situation) => {
    const first = bytes(answersTo(filter, situation));
    insist(first === bytes(answersTo(filter, situation)), "the same question was answered otherwise");
    insist(
      first === bytes(answersTo(filter, frozenCopy(situation))),
      "a frozen question was answered otherwise",
    );
  },
);

/** The same leads as a host would bring them: each comes in at its moment. */
const scenarioOf = ({ reps, asked }: Situation): Scenario => ({
  seed: "s",
  steps: asked.map(({ lead, nowMs }, i) => ({
    type: "lead",
    lead: { ...lead, id: `lead ${i}`, receivedAtMs: nowMs },
    roster: { reps },
  })),
});

/**
 * The same question has the same answer, deep-frozen too; no clock is read and no chance drawn, with the index
 * and without it.
 *
 * @since 0.1.0
 */
export const filterPure: FilterLaw = {
  ...sameAnswers,
  check: (filter, trial = {}) => {
    sameAnswers.check(filter, trial);
    const { index, ...plain } = filter;
    const filters = index === undefined ? [plain] : [plain, filter];
    const { situations = aSituation(), ...rest } = trial;
    const strategy = compose({ ledger: "desk", filters, selector: all() });
    pure.check(strategy, { scenarios: situations.map(scenarioOf), ...rest });
  },
};
