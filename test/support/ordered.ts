import {
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

/** So many candidates that count how often each field of theirs is read, for selectors that are asked directly. */
export const countingCandidates = (
  many: number,
): { readonly candidates: readonly Candidate[]; readonly reads: () => number } => {
  let reads = 0;
  const candidates = Array.from({ length: many }, (_, place) => {
    const id = `rep ${String(place).padStart(6, "0")}`;
    return {
      get id() {
        reads += 1;
        return id;
      },
      get weight() {
        reads += 1;
        return 1;
      },
      get rep() {
        reads += 1;
        return { id };
      },
      place,
    };
  });
  return { candidates, reads: () => reads };
};
