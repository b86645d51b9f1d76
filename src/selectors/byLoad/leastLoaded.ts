import { CREDITS_PER_LEAD, creditsPerWeight } from "../../internal/credits.js";
import { LazyMerit } from "../../internal/lazyMerit.js";
import { rankByScore } from "../../internal/rankByScore.js";
import { scoresOf } from "../../internal/scoresOf.js";
import type { Candidate, LedgerView, Ranking, Selector } from "../../model/selector.js";
import { type LoadOptions, type Loads, loadLiterals, loadsOf } from "./loads.js";

/** The same loads, each looked up once. */
const lookedUp = (loads: Loads): Loads => {
  const known = new Map(loads.taking.map((candidate) => [candidate, loads.loadOf(candidate)]));
  return { ...loads, loadOf: (candidate) => known.get(candidate) ?? loads.loadOf(candidate) };
};

/** Those who carry least. */
const leastOf = ({ taking, loadOf }: Loads): readonly Candidate[] => {
  const loads = taking.map(loadOf);
  const least = loads.reduce((min, load) => Math.min(min, load), Number.POSITIVE_INFINITY);
  return taking.filter((_, i) => loads[i] === least);
};

const creditText = (credits: number): string => {
  const leads = (Math.abs(credits) / CREDITS_PER_LEAD).toFixed(2);
  return credits < 0 ? `is ${leads} leads ahead` : `is owed ${leads} leads`;
};

/**
 * Gives the lead to whoever would carry least with it.
 *
 * Load is what a rep holds of open leads and open offers, with this lead: the roster's `openEffort` or `openLeads`
 * where the CRM counts them itself, else the state's own count. Among those who would carry the same the lead goes
 * to whoever is owed most, and then to the smaller id. A rep of weight 0 takes no turn; other weights make no
 * difference. With `mode: "capacityShare"` load is the part of a rep's capacity: 1 of 2 is more than 4 of 10. There
 * a rep without a capacity counts as one of the largest among the candidates (where nobody has one, the mode is
 * absolute), and a rep of capacity 0 takes no turn.
 *
 * @remarks
 * - **Units:** effort, 1 for each lead that says nothing else; with `measure: "leads"` leads and offers by number.
 * - **State:** one whole number for each rep ever seen: its credit among equals. Each lead is split equally among
 *   those who tie for it, and its taker pays for the whole, as {@link rotation} does; so of k who tie again and
 *   again each has one lead in k, and the first of the list not all of them.
 * - **Share:** one part in k for each of the k who would carry least. Whoever takes a lead out of this order has no
 *   share in it and pays nothing: its load says it all.
 * - **Lost turns:** a lost turn is paid among equals. But it adds no load, so whoever refuses is asked first again:
 *   where that should cost more, use {@link rotation}.
 * - **Errors:** a `RangeError` for another mode or measure.
 * - **Promise:** nobody who may have the lead would carry less with it. With equal loads to begin with, leads of
 *   the same effort, nobody left out and none closed, loads in mode `"absolute"` never differ by more than one
 *   lead. Under filters, and with none closed, the largest load is at most ceil(log2 n) + 1 times the least that
 *   hindsight could do, and no rule that decides at once can do much better.
 * - **Cost:** O(n) for n candidates.
 *
 * It is fair by what is open, not by what was had: whoever closes leads fast has more of them. Where the counts are
 * older than the last leads, all of these go to the same rep: use {@link powerOfTwoChoices}.
 *
 * @see W. Winston, "Optimality of the Shortest Line Discipline", Journal of Applied Probability 14(1), 1977,
 * https://doi.org/10.2307/3213271; Y. Azar, J. Naor, R. Rom, "The Competitiveness of On-Line Assignments", Journal
 * of Algorithms 18(2), 1995, https://doi.org/10.1006/jagm.1995.1008
 *
 * @example
 * ```ts
 * const roster = { reps: [{ id: "ann", openLeads: 4, capacity: 10 }, { id: "bob", openLeads: 3, capacity: 5 }] };
 * const taker = (options?: LoadOptions) => {
 *   const strategy = compose({ ledger: "desk", filters: [], selector: leastLoaded(options) });
 *   return holderOf(unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" }))).decision);
 * };
 * [taker(), taker({ mode: "capacityShare" })]; // => ["bob", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const leastLoaded = (options?: LoadOptions): Selector => {
  const literals = loadLiterals("leastLoaded", options);
  const ranked = (loads: Loads, ledger: LedgerView): Ranking => {
    const { taking, loadOf } = loads;
    const creditAt = (i: number): number => ledger.credit(taking[i] as Candidate);
    return rankByScore(
      taking,
      taking.map((candidate) => -loadOf(candidate)),
      (a, b) => creditAt(b) - creditAt(a),
    );
  };
  return {
    name: "leastLoaded",
    literals: { ...literals },
    order: (question) => ranked(loadsOf(literals, question), question.ledger),
    book: (question) => {
      const { ledger, taker } = question;
      const least = leastOf(loadsOf(literals, question));
      if (!least.includes(taker)) return { share: 0, price: 0 };
      const part = creditsPerWeight(least.length);
      const price = least.length * part;
      const values = least.map((each) => ledger.credit(each) + part - (each === taker ? price : 0));
      return { share: 1 / least.length, price, credits: { candidates: least, values } };
    },
    merits: (question) => {
      const { ledger } = question;
      const loads = lookedUp(loadsOf(literals, question));
      const least = new Set(leastOf(loads));
      const taking = new Set(loads.taking);
      const isTie = (a: Candidate, b: Candidate): boolean =>
        loads.loadOf(a) === loads.loadOf(b) && ledger.credit(a) === ledger.credit(b);
      const scoreOf = scoresOf(ranked(loads, ledger), isTie);
      return (candidate) => {
        const share = least.has(candidate) ? 1 / least.size : 0;
        if (!taking.has(candidate)) return { score: 0, share, says: "takes no turn" };
        const says = () =>
          `${loads.says(candidate)}, and ${creditText(ledger.credit(candidate))} among equals`;
        return new LazyMerit(scoreOf(candidate), share, says);
      };
    },
  };
};
