import {
  type BookQuestion,
  type Candidate,
  compose,
  type Explanation,
  emptyState,
  explain,
  type Lead,
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
): { readonly question: BookQuestion; readonly reads: () => number } => {
  let reads = 0;
  const counted = <A>(value: A): A => {
    reads += 1;
    return value;
  };
  const candidates = Array.from({ length: many }, (_, place): Candidate => {
    const id = `rep ${String(place).padStart(6, "0")}`;
    const rep = { id, teams: [`team ${place % 9}`] };
    const weight = 1 + (place % 3);
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
  const [first, ...others] = candidates;
  if (first === undefined) throw new Error("a selector is never asked about nobody");
  const held = (place: number) => ({ openLeads: place % 4, openOffers: 0, openEffort: place % 4, credit: 0 });
  const question: BookQuestion = {
    lead: { id: "l1", receivedAtMs: 0, account: "acme", ownerId: "rep 000009" },
    candidates: [first, ...others],
    reps: candidates,
    owed: [],
    ledger: {
      name: "desk",
      seed: "s",
      credit: ({ place }) => counted(-(place % 7)),
      number: (_, { place }) => counted(place % 5),
      total: () => counted(0),
    },
    standing: ({ place }) => counted(held(place)),
    notes: () => ({ ofRep: () => [], ofAll: () => [] }),
    nowMs: 0,
    taker: first,
    ended: "taken",
  };
  return { question, reads: () => reads };
};
