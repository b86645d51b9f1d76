import type { Candidate, Selector } from "../../model/selector.js";
import { drawn, placesOf } from "../byChance/drawn.js";
import { type DrawOptions, drawsOf } from "../byChance/draws.js";
import { urnOf } from "../byChance/urn.js";
import { type LoadOptions, type Loads, loadLiterals, loadsOf } from "./loads.js";

/**
 * Options of {@link powerOfTwoChoices}.
 *
 * @since 0.1.0
 */
export interface PowerOfTwoChoicesOptions extends DrawOptions, LoadOptions {}

/**
 * The chance of coming first, beside so many that carry more and so many that carry the same, of `n` in all: each
 * of the n(n-1)/2 pairs is as likely as any other, and the candidate comes first in those with one that carries
 * more, and in half of those with one that carries the same.
 */
const chanceOf = (more: number, same: number, n: number): number =>
  n === 1 ? 1 : (2 * more + same) / (n * (n - 1));

/** How many of the rising loads are below a load, or at most that. */
const countIn = (rising: readonly number[], load: number, isLevelToo: boolean): number => {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const other = rising[middle] as number;
    if (other < load || (isLevelToo && other === load)) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** The chance of each who takes a turn, for many: sorted once. */
const chancesIn = ({ taking, loadOf }: Loads): ((candidate: Candidate) => number) => {
  const rising = taking.map(loadOf).sort((a, b) => a - b);
  return (candidate) => {
    const load = loadOf(candidate);
    const notMore = countIn(rising, load, true);
    return chanceOf(rising.length - notMore, notMore - countIn(rising, load, false) - 1, rising.length);
  };
};

/** The same for one: a walk. */
const chanceIn = ({ taking, loadOf }: Loads, candidate: Candidate): number => {
  if (!taking.includes(candidate)) return 0;
  const own = loadOf(candidate);
  let [more, same] = [0, -1];
  for (const each of taking) {
    const load = loadOf(each);
    if (load > own) more += 1;
    if (load === own) same += 1;
  }
  return chanceOf(more, same, taking.length);
};

/**
 * Draws two of the candidates and puts the less loaded of them first; goes on with two of the rest.
 *
 * For counts that are older than the last leads: many workers, and a CRM's count that is an hour old. There
 * {@link leastLoaded} gives everything to the same rep until the next count, and drawing two does not: the most
 * that anybody gets of many leads is little more than with no look at the load at all, while the most loaded rep
 * comes first only by being drawn beside itself, that is never. Of two that carry the same the first drawn comes
 * first. Loads are measured as {@link leastLoaded} does, and drawn as {@link random} does. A rep of weight 0 takes
 * no turn, and one of capacity 0 none in mode `"capacityShare"`; other weights make no difference.
 *
 * @remarks
 * - **State:** nothing, or four numbers for the ledger with `draws: "perTurn"`.
 * - **Share:** the chance of coming first, exactly: of n candidates, (2m + e) in n(n-1) for one that m others
 *   exceed in load and e others equal; the most loaded has none. The price is 0, so a return gives nothing back. A
 *   turn that is lost changes nothing for who lost it.
 * - **Errors:** a `RangeError` for other draws, another mode or measure; a problem that names the selector where
 *   the four numbers of the state are none that draws lead to.
 * - **Promise:** with counts as new as the leads, n leads among n equal reps give nobody more than about ln ln n /
 *   ln 2 leads beyond the average, on average; drawing one gives ln n / ln ln n. With fresh counts
 *   {@link leastLoaded} is better.
 * - **Cost:** O(n) to draw among n candidates, four loads read for a push with a runner-up; O(log n) for each
 *   further place, and O(n) loads when a turn is booked.
 *
 * @see M. Mitzenmacher, "The Power of Two Choices in Randomized Load Balancing", IEEE Transactions on Parallel and
 * Distributed Systems 12(10), 2001, https://doi.org/10.1109/71.963420; Y. Azar, A. Broder, A. Karlin, E. Upfal,
 * "Balanced Allocations", SIAM Journal on Computing 29(1), 1999, https://doi.org/10.1137/S0097539795288490
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: powerOfTwoChoices() });
 * const roster = { reps: [{ id: "ann", openLeads: 4 }, { id: "bob", openLeads: 2 }, { id: "cyd", openLeads: 3 }] };
 * const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "2026" })));
 * decision.status === "assigned" && [decision.repId, decision.share * 3]; // => ["bob", 2]
 * ```
 *
 * @since 0.1.0
 */
export const powerOfTwoChoices = (options?: PowerOfTwoChoicesOptions): Selector => {
  const literals = loadLiterals("powerOfTwoChoices", options);
  const draws = drawsOf("powerOfTwoChoices", options);
  const order: Selector["order"] = (question) => {
    const { taking, loadOf } = loadsOf(literals, question);
    const urn = urnOf(taking.map(() => 1));
    const stream = draws.forOrder(question, taking.length);
    let left = taking.length;
    return drawn(taking.length, () => {
      const first = urn.take(stream.next());
      left -= 1;
      if (left === 0) return taking[first] as Candidate;
      const second = urn.take(stream.next());
      const [one, other] = [taking[first] as Candidate, taking[second] as Candidate];
      const isSecond = loadOf(other) < loadOf(one);
      urn.put(isSecond ? first : second);
      return isSecond ? other : one;
    });
  };
  return {
    name: "powerOfTwoChoices",
    byChance: true,
    literals: { ...literals, ...draws.literals },
    order,
    book: (question) => ({
      share: chanceIn(loadsOf(literals, question), question.taker),
      price: 0,
      ...draws.afterTurn(question.ledger),
    }),
    merits: (question) => {
      const loads = loadsOf(literals, question);
      const ranking = order(question);
      const placeOf = placesOf(ranking);
      const chances = chancesIn(loads);
      return (candidate) => {
        const place = placeOf(candidate);
        if (place < 0) return { score: 0, share: 0, says: "takes no turn" };
        const says = `was drawn as number ${place + 1} of ${ranking.length}, two by two; ${loads.says(candidate)}`;
        return { score: ranking.length - place, share: chances(candidate), says };
      };
    },
  };
};
