import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import type { Candidate, OrderQuestion, Selector } from "../../model/selector.js";
import { amongTakers, bookBoth, bothAs, byPlace } from "./both.js";
import { demandMost } from "./onlyTop.js";

/**
 * Lets one selector choose the first so many, and another decide among them: in turn among the three who fit best.
 *
 * Nobody else takes a turn. The second is asked about the chosen alone; ties are its own. A rep of weight 0 is not
 * chosen.
 *
 * @remarks
 * - **Booking:** the account, with share and price, is the second's, over those who were chosen (and a taker who
 *   was not: a claim, a move by hand). The first's own columns and totals are booked too; its credits are not, so
 *   it should keep none: {@link bestMatch}, {@link ranked}, not {@link rotation}.
 *   Of a number that both keep, as two {@link nested} by the same groups do, the second's is booked, so the accounts
 *   of such groups do not add up.
 * - **State:** that of both.
 * - **Promise:** the second's, with the chosen as its candidates. With {@link rotation}, whose bound holds whatever
 *   the candidates are: nobody is ever more than (n-1)/2 leads from its fair share of the leads for which it was
 *   chosen. Who is never among the first has none, and is owed none.
 * - **Each order anew:** after a refusal those are chosen from whoever is left.
 * - **With `owe`:** nobody is owed anything beside those who are chosen.
 * - **Errors:** a `RangeError` for what is no selector, for one that needs everybody, and for a number that is not
 *   whole and above 0.
 * - **Cost:** the first's order up to that place, at booking again, and the second's among so many.
 *
 * To decide among those only who are level: {@link thenBy}.
 *
 * @example
 * ```ts
 * const selector = amongTop(2, ranked(["dee", "ann", "bob", "cyd"]), rotation());
 * const strategy = compose({ ledger: "desk", filters: [], selector });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }, { id: "dee" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = ["l1", "l2", "l3"].map((id) => {
 *   const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "dee", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const amongTop = (most: number, first: Selector, second: Selector): Selector => {
  demandMost("amongTop", most);
  /** Those whom the first puts first, sorted by id. */
  const chosenIn = (question: OrderQuestion): readonly Candidate[] => {
    const takers = amongTakers(question);
    if (takers === undefined) return [];
    const ranking = first.order(takers);
    const length = Math.min(most, ranking.length);
    return Array.from({ length }, (_, place) => ranking.at(place) as Candidate).sort(byPlace);
  };
  /** The second's question about the chosen and whoever is not: nobody else is owed anything beside them. */
  const beside = <Q extends OrderQuestion>(
    question: Q,
    chosen: readonly Candidate[],
    other: Candidate,
  ): Q => {
    const candidates = chosen.includes(other) ? chosen : [...chosen, other].sort(byPlace);
    return { ...question, candidates: isNonEmpty(candidates) ? candidates : [other], owed: [] };
  };
  const { merits } = second;
  return {
    ...bothAs("amongTop", first, second, { most }),
    order: (question) => {
      const candidates = chosenIn(question);
      return isNonEmpty(candidates) ? second.order({ ...question, candidates, owed: [] }) : [];
    },
    book: (question) =>
      bookBoth(first.book(question), second.book(beside(question, chosenIn(question), question.taker))),
    ...(merits === undefined
      ? {}
      : {
          merits: (question) => {
            const chosen = chosenIn(question);
            const isChosen = new Set(chosen);
            const meritOf = merits(beside(question, chosen, chosen[0] ?? question.candidates[0]));
            const choiceOf = first.merits?.(question);
            return (candidate) => {
              const { score, share, says } = isChosen.has(candidate)
                ? meritOf(candidate)
                : merits(beside(question, chosen, candidate))(candidate);
              const choice = choiceOf?.(candidate);
              if (choice === undefined) return { score, share, says };
              const { parts } = choice;
              return {
                score,
                share,
                says: `${says}; ${choice.says}`,
                ...(parts === undefined ? {} : { parts }),
              };
            };
          },
        }),
  };
};
