import {
  type Candidate,
  type Candidates,
  compose,
  type Explanation,
  emptyState,
  explain,
  type Lead,
  type OrderQuestion,
  type Rep,
  type Selector,
  unwrap,
} from "../../src/index.js";

/** Who comes first, second, and so on, for a lead among these reps. */
export const orderOf = (
  selector: Selector,
  reps: readonly Rep[],
  lead: Partial<Lead> = {},
): readonly string[] => explained(selector, reps, lead).candidates.map(({ repId }) => repId);

/** The same with all that is said of it. */
export const explained = (
  selector: Selector,
  reps: readonly Rep[],
  lead: Partial<Lead> = {},
): Explanation => {
  const strategy = compose({ ledger: "desk", filters: [], selector });
  const asked = { id: "l1", receivedAtMs: 0, ...lead };
  return unwrap(explain(strategy, asked, { reps }, emptyState({ seed: "s" })));
};

/** The problem that deciding ends with, as text. */
export const problemOf = (selector: Selector, lead: Partial<Lead> = {}): string => {
  const strategy = compose({ ledger: "desk", filters: [], selector });
  const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
  const result = strategy({ id: "l1", receivedAtMs: 0, ...lead }, roster, emptyState({ seed: "s" }));
  return result._tag === "Left"
    ? result.left.map(({ path, message }) => `${path.join(".")}: ${message}`).join()
    : "";
};

/** What a selector is asked about so many candidates, and how often it read anything of them. */
export const countedQuestion = (
  many: number,
  weight = 1,
): { readonly question: OrderQuestion; readonly reads: () => number } => {
  let reads = 0;
  const counted = <A>(value: A): A => {
    reads += 1;
    return value;
  };
  const candidates = Array.from({ length: many }, (_, place): Candidate => {
    const id = `rep ${String(place).padStart(6, "0")}`;
    const rep = { id };
    return {
      get id() {
        return counted(id);
      },
      get weight() {
        return counted(weight);
      },
      get rep() {
        return counted(rep);
      },
      place,
    };
  });
  const question = {
    lead: { id: "l1", receivedAtMs: 0, account: "acme", ownerId: "rep 000009" },
    candidates: candidates as unknown as Candidates,
    owed: [],
    ledger: { name: "desk", seed: "s", credit: () => counted(0), number: () => counted(0), total: () => 0 },
    standing: () => counted({ openLeads: 0, openOffers: 0, openEffort: 0, credit: 0 }),
    notes: () => ({ ofRep: () => [], ofAll: () => [] }),
    nowMs: 0,
  };
  return { question, reads: () => reads };
};
