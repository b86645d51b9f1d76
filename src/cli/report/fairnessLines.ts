import { counted } from "../../internal/counted.js";
import { inspect } from "../../state/inspect.js";
import { LEDGER } from "../routing/desk.js";
import type { Run } from "../routing/route.js";
import { hundredths } from "./amounts.js";

/** How fair the run was, beside the worst case that the rule allows: (n - 1) / 2 leads for n accounts. */
export const fairnessLines = ({ fairness, before, after }: Run): readonly string[] => {
  if (fairness.largestLag === null)
    return ["FAIRNESS", "  No lead was given, so there is nothing to compare."];
  const reps = after.ids.length;
  const worst = `(The worst case that the rule allows for ${counted(reps, "rep")} is ${(reps - 1) / 2}.)`;
  const largest = hundredths(fairness.largestLag);
  if (before.ledgers.every(({ name }) => name !== LEDGER)) {
    return ["FAIRNESS", `  Nobody was ever more than ${largest} leads from the fair share. ${worst}`];
  }
  // Within a run that goes on, a lag is the difference of two balances, each within the worst case.
  const owed = inspect(after).reps.flatMap((rep) => rep.owed.filter(({ ledger }) => ledger === LEDGER));
  const now = hundredths(owed.reduce((most, { leads }) => Math.max(most, Math.abs(leads)), 0));
  return [
    "FAIRNESS",
    `  Since the account began, nobody is now more than ${now} leads from the fair share. ${worst}`,
    `  In this run alone nobody was ever more than ${largest} leads from it.`,
  ];
};
