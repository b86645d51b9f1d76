import { inspect } from "../../state/inspect.js";
import { LEDGER } from "../routing/desk.js";
import type { Run } from "../routing/route.js";
import { counted } from "./amounts.js";

const hundredths = (value: number): string => value.toFixed(2);

/** How fair the run was, beside what the rule promises: (n - 1) / 2 leads for n accounts. */
export const fairnessLines = ({ fairness, before, after }: Run): readonly string[] => {
  if (fairness.largestLag === null)
    return ["FAIRNESS", "  No lead was given, so there is nothing to compare."];
  const reps = after.ids.length;
  const promise = `the rule promises at most ${(reps - 1) / 2} for ${counted(reps, "rep")}.`;
  const largest = hundredths(fairness.largestLag);
  if (before.ledgers.every(({ name }) => name !== LEDGER)) {
    return ["FAIRNESS", `  Nobody was ever more than ${largest} leads from the fair share; ${promise}`];
  }
  // Within a run that goes on, a lag is the difference of two balances, each within the promise.
  const owed = inspect(after).reps.flatMap((rep) => rep.owed.filter(({ ledger }) => ledger === LEDGER));
  const now = hundredths(owed.reduce((most, { leads }) => Math.max(most, Math.abs(leads)), 0));
  return [
    "FAIRNESS",
    `  Since the account began, nobody is now more than ${now} leads from the fair share; ${promise}`,
    `  In this run alone nobody was ever more than ${largest} leads from it.`,
  ];
};
