import type { ReadonlyNonEmptyArray } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import type { Booking, Candidate, ColumnChange, LedgerView, OrderQuestion } from "../../../model/selector.js";

/** The name of a tier's number of that kind among the ledger's totals. */
const nameOf = (tier: Candidate, kind: string): string => `tiers${JSON.stringify([tier.id, kind])}`;

const CREDIT = "credit";

/** A tier as if it were a rep, so that any selector says whose turn it is: its id is its number. */
export const asRep = (tier: number, weight: number, place: number): Candidate => {
  const id = String(tier);
  return { id, rep: { id }, weight, place };
};

const accountsOf = ({ name, seed, total }: LedgerView): LedgerView => ({
  name,
  seed,
  credit: (tier) => total(nameOf(tier, CREDIT)),
  number: (column, tier) => total(nameOf(tier, column)),
  total: (each) => total(`tiers${JSON.stringify([each])}`),
});

/** What is asked about tiers. Nobody's load or notes: selectors that read those are not asked about tiers. */
export const aboutTiers = (
  question: OrderQuestion,
  candidates: ReadonlyNonEmptyArray<Candidate>,
): OrderQuestion => ({
  ...question,
  candidates,
  reps: candidates,
  owed: [],
  ledger: accountsOf(question.ledger),
});

/** What was booked of tiers, as the ledger keeps it: in totals. */
export const totalsOf = ({ credits, columns = [] }: Booking): NonNullable<Booking["totals"]> => {
  const named = ({ candidates, values }: ColumnChange, kind: string) =>
    candidates.map((tier, i) => ({ name: nameOf(tier, kind), value: values[i] as number }));
  return [
    ...(credits === undefined ? [] : named(credits, CREDIT)),
    ...columns.flatMap((column) => named(column, column.name)),
  ];
};
