import { counted } from "../../internal/counted.js";
import { rankByScore } from "../../internal/rankByScore.js";
import type { Candidate, LedgerView, Selector } from "../../model/selector.js";

/** When a rep had its last turn, by the number of the turn on the ledger. */
const TURN = "longestIdle turn";

const TURNS = "longestIdle turns";

const takesTurns = ({ weight }: Candidate): boolean => weight > 0;

/** The larger, the longer ago. Taken from 0, so that it is never -0. */
const idleness = (ledger: LedgerView, candidate: Candidate): number => 0 - ledger.number(TURN, candidate);

const saysOf = (last: number, turns: number): string => {
  if (last === 0) return "never had a turn";
  return last === turns
    ? "had the last turn"
    : `had its last turn ${counted(turns - last, "turn")} before the last one`;
};

/**
 * Gives the lead to the candidate whose last turn is the longest ago.
 *
 * Turns are counted, not timed, so that leads within one millisecond are told apart, and no two reps had theirs at
 * once. Who never had a turn goes before all who had one; of those, the smaller id. A rep of weight 0 takes no
 * turn; other weights make no difference. A turn that was lost counts as one: else who is silent would be asked
 * first for ever. So does a lead that is given or claimed out of the order.
 *
 * @remarks
 * - **Units:** turns on the ledger since it was opened.
 * - **State:** a number for each rep, and one for the ledger. Whoever leaves and returns resumes its place; a
 *   return of the lead gives nothing back.
 * - **Errors:** none; total for every input of its type.
 * - **Promise:** while a rep waits, each other candidate has at most one of the leads that both may have. For after
 *   that one its last turn is the later, so it stands behind until the rep has had a turn. So a rep that stays
 *   among n candidates waits for at most n-1 leads; where the candidates change, for at most as many leads as there
 *   are others who were ever candidates beside it meanwhile. (For turns that end one after the other: of offers
 *   open at once, none has ended yet.)
 * - **Cost:** O(n) for n candidates.
 *
 * It is fair by recency, not by share: whoever may have fewer leads than the others gets too many of them, for
 * ever. Where `a` and `b` may have every lead and `c` every second one, `c` is due a sixth of all and has a
 * quarter. For shares take {@link rotation}. Waiting counts from the last turn, not from the end of the work that
 * it brought.
 *
 * @see R. Gopalakrishnan, S. Doroudi, A. R. Ward, A. Wierman, "Routing and Staffing when Servers are Strategic",
 * Operations Research 64(4), 2016, https://arxiv.org/abs/1402.3606, where the rule is Longest Idle Server First
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: longestIdle() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = [["ann", "bob"], ["ann", "bob"], ["ann", "bob", "cyd"], ["ann", "bob", "cyd"]].map((there, n) => {
 *   const here = { reps: roster.reps.filter(({ id }) => there.includes(id)) };
 *   const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: 0 }, here, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "bob", "cyd", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const longestIdle = (): Selector => ({
  name: "longestIdle",
  order: ({ candidates, ledger }) => {
    const taking = candidates.filter(takesTurns);
    return rankByScore(
      taking,
      taking.map((candidate) => idleness(ledger, candidate)),
    );
  },
  book: ({ candidates, taker, ledger }) => {
    const turn = ledger.total(TURNS) + 1;
    return {
      share: takesTurns(taker) ? 1 / candidates.filter(takesTurns).length : 0,
      price: 0,
      columns: [{ name: TURN, candidates: [taker], values: [turn] }],
      totals: [{ name: TURNS, value: turn }],
    };
  },
  merits: ({ candidates, ledger }) => {
    const share = 1 / candidates.filter(takesTurns).length;
    return (candidate) => {
      const last = ledger.number(TURN, candidate);
      const says = saysOf(last, ledger.total(TURNS));
      return { score: idleness(ledger, candidate), share: takesTurns(candidate) ? share : 0, says };
    };
  },
});
