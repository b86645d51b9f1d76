import type { BookQuestion, Candidate, OrderQuestion, Ranking, Rep, Selector } from "../../src/index.js";

/** Reps as candidates, by their ids, with their weights as they are. */
export const candidatesOf = (reps: readonly Rep[]): OrderQuestion["candidates"] => {
  const sorted = [...reps].sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first, ...rest] = sorted.map(
    (rep, place): Candidate => ({ id: rep.id, rep, weight: rep.weight ?? 1, place }),
  );
  if (first === undefined) throw new Error("a selector is never asked about nobody");
  return [first, ...rest];
};

interface Around {
  readonly leadId?: string;
  readonly effort?: number;
  readonly seed?: string;
  readonly credit?: (candidate: Candidate) => number;
  readonly total?: (name: string) => number;
}

/** Asks about a lead; what a rep holds is what its CRM counts. */
export const asking = (
  candidates: OrderQuestion["candidates"],
  { leadId = "lead", effort, seed = "s", credit = () => 0, total = () => 0 }: Around = {},
): OrderQuestion => ({
  lead: { id: leadId, receivedAtMs: 0, ...(effort === undefined ? {} : { effort }) },
  candidates,
  reps: candidates,
  owed: [],
  ledger: { name: "desk", seed, credit, number: () => 0, total },
  standing: ({ rep: { openLeads = 0, openEffort = openLeads } }) => ({
    openLeads,
    openOffers: 0,
    openEffort,
    credit: 0,
  }),
  notes: () => ({ ofRep: () => [], ofAll: () => [] }),
  nowMs: 0,
});

export const bookingOf = (
  question: OrderQuestion,
  taker: Candidate,
  ended: BookQuestion["ended"] = "taken",
): BookQuestion => ({ ...question, taker, ended });

/** The ids of a ranking, best first. */
export const idsOf = (ranking: Ranking): readonly string[] =>
  Array.from({ length: ranking.length }, (_, place) => ranking.at(place)?.id ?? "nobody");

/** Whom a selector puts first among these reps. */
export const firstOf = (selector: Selector, reps: readonly Rep[], around: Around = {}): string | undefined =>
  selector.order(asking(candidatesOf(reps), around)).at(0)?.id;
