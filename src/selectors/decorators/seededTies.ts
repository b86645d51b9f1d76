import { fnv1a, mixed } from "../../internal/hash.js";
import { rankByScore } from "../../internal/rankByScore.js";
import type { Candidate, Merit, Ranking, Selector } from "../../model/selector.js";
import { decoratedAs, demandSelector } from "./decorated.js";

/** Those of a ranking, by their ids; sorted only where it leaves out others than those who weigh nothing. */
const takingIn = (ranking: Ranking, candidates: readonly Candidate[]): readonly Candidate[] => {
  if (ranking.length === candidates.length) return candidates;
  const weighs = candidates.filter(({ weight }) => weight > 0);
  if (ranking.length === weighs.length) return weighs;
  return Array.from({ length: ranking.length }, (_, place) => ranking.at(place) as Candidate).sort(
    (a, b) => a.place - b.place,
  );
};

const scoreOf = ({ score }: Merit): number => {
  if (!Number.isFinite(score)) throw new TypeError("the other's merits gave a score that is not finite");
  return score;
};

/**
 * The order of another selector, with an order of the ledger's own among those whom nothing but their ids tell apart.
 *
 * Ids decide ties otherwise, so with many small ledgers, say one for each branch or each product, the first lead of
 * every one of them goes to the same rep. Here ties go by a hash of the state's seed, the ledger's name and the
 * rep's id: the same for one ledger always, another for the next. Should two hashes be the same, the smaller id
 * comes first.
 *
 * @remarks
 * - **Ties:** candidates of the same score in the other's `merits`. Whoever the other leaves out stays out, so a
 *   rep of weight 0 takes no turn.
 * - **State:** that of the other, and it books what the other books.
 * - **Promise:** that of the other wherever its promise holds for any tie rule, as those of {@link rotation} and
 *   {@link weighted} do.
 * - **Errors:** a `RangeError` for what is no selector or has no merits; a problem that names the selector where a
 *   score is not finite.
 * - **Cost:** that of the other and of its merits for everybody, and one hash for each who ties. Where the other
 *   leaves out anybody but those of weight 0, its whole order is read.
 *
 * @see the herd of equal starts: gRPC's proposal A58 begins each balancer at deadlines drawn at random, so that not
 * all begin with the same server,
 * https://github.com/grpc/proposal/blob/master/A58-client-side-weighted-round-robin-lb-policy.md
 *
 * @example
 * ```ts
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * const firstOn = (ledger: string) => {
 *   const strategy = compose({ ledger, filters: [], selector: seededTies(rotation()) });
 *   return holderOf(unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" }))).decision);
 * };
 * [firstOn("north"), firstOn("south"), firstOn("east"), firstOn("west")]; // => ["bob", "bob", "cyd", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const seededTies = (selector: Selector): Selector => {
  demandSelector("seededTies", selector);
  const { merits } = selector;
  if (typeof merits !== "function") throw new RangeError("seededTies: needs a selector with merits");
  return {
    ...selector,
    ...decoratedAs("seededTies", selector),
    order: (question) => {
      const { candidates, ledger } = question;
      const taking = takingIn(selector.order(question), candidates);
      const meritOf = merits(question);
      const start = fnv1a(JSON.stringify([ledger.seed, ledger.name]));
      const hashes: number[] = [];
      const hashAt = (i: number): number => {
        hashes[i] ??= mixed(fnv1a((taking[i] as Candidate).id, start));
        return hashes[i] as number;
      };
      return rankByScore(
        taking,
        taking.map((candidate) => scoreOf(meritOf(candidate))),
        (a, b) => hashAt(a) - hashAt(b),
      );
    },
  };
};
