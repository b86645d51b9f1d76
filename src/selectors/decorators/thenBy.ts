import { LazyMerit } from "../../internal/lazyMerit.js";
import { PartedMerit } from "../../internal/partedMerit.js";
import type {
  BookQuestion,
  Candidate,
  Merit,
  OrderQuestion,
  Ranking,
  Selector,
} from "../../model/selector.js";
import { bookBoth, bothAs } from "./both.js";
import { amongTied, type Field, fieldOf, settled, tiesIn, wholeOf } from "./ties.js";

/**
 * Lets a second selector settle the ties of a first: the best match, and among equals in turn.
 *
 * Those who tie stand on equal scores of the first's `merits`. The second is asked about those who tie alone;
 * whomever it leaves out stands behind the others of the tie, by the first's order. Where nobody ties, the first
 * has decided. Ties of both are the second's own. A rep of weight 0 takes no turn.
 *
 * @remarks
 * - **Booking:** the account, with share and price, is the second's, over those who tie with the taker. The first's
 *   own columns and totals are booked too; its credits are not, so it should keep none: {@link bestMatch},
 *   {@link ranked}, not {@link rotation}. Whoever the first has take no turn is booked alone. Of a number that both keep,
 *   as two {@link nested} by the same groups do, the second's is booked, so the accounts of such groups do not add up.
 * - **State:** that of both.
 * - **Promise:** the first's, as nobody stands before a larger score; and the second's, with those who tie as its
 *   candidates. With {@link rotation}, whose bound holds whatever the candidates are: nobody is ever more than
 *   (n-1)/2 leads from its fair share of the leads on which it tied for the first place.
 * - **Three and more:** `thenBy(first, thenBy(second, third))`.
 * - **Merits:** the score is the place from behind, so that the second's order counts as well; the first's points
 *   are told in words and parts.
 * - **Errors:** a `RangeError` for what is no selector or needs everybody, and for a first without merits.
 * - **Cost:** the first's scores for all, and the second once among those who tie for the first place; whoever
 *   reads on, such as a cascade, pays for the first's whole order.
 *
 * Scores that differ by next to nothing are no tie: to deal among the best few whatever their scores, {@link amongTop}.
 *
 * @example
 * ```ts
 * const selector = thenBy(bestMatch({ terms: [skillFit()] }), rotation());
 * const strategy = compose({ ledger: "desk", filters: [], selector });
 * const roster = { reps: [{ id: "ann", skills: { crm: 3 } }, { id: "bob", skills: { crm: 3 } }, { id: "cyd" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = ["l1", "l2", "l3"].map((id) => {
 *   const outcome = unwrap(strategy({ id, receivedAtMs: 0, needs: { crm: 1 } }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "bob", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const thenBy = (first: Selector, second: Selector): Selector => {
  const named = bothAs("thenBy", first, second);
  const { merits: firstMerits } = first;
  const { merits: secondMerits } = second;
  if (typeof firstMerits !== "function") throw new RangeError("thenBy: needs a first selector with merits");

  const order = (asked: OrderQuestion): Ranking => {
    const field = fieldOf(first, firstMerits, asked);
    const head = field?.ranking.at(0);
    if (field === undefined || head === undefined) return [];
    const { score } = field.meritOf(head);
    const tied = field.takers.filter((candidate) => field.meritOf(candidate).score === score);
    const best = settled(second, field, tied, score);
    let whole: readonly Candidate[] | undefined;
    const behind = (): readonly Candidate[] =>
      tiesIn(field).flatMap((tie) =>
        wholeOf(settled(second, field, tie, field.meritOf(tie[0] as Candidate).score)),
      );
    return {
      length: field.ranking.length,
      at: (place) => {
        if (place < tied.length) return best.at(place);
        whole ??= behind();
        return whole[place];
      },
    };
  };

  return {
    ...named,
    order,
    book: (question) => {
      const field = fieldOf(first, firstMerits, question);
      const among = field === undefined ? undefined : amongThoseLevel(field, question);
      return bookBoth(first.book(question), second.book(among ?? alone(question, question.taker)));
    },
    ...(secondMerits === undefined
      ? {}
      : {
          merits: (asked) => {
            const field = fieldOf(first, firstMerits, asked);
            if (field === undefined) return firstMerits(asked);
            const known = new Map<Candidate, Merit>();
            let fromBehind = field.ranking.length;
            for (const tie of tiesIn(field)) {
              const { score } = field.meritOf(tie[0] as Candidate);
              const among = amongTied(field.question, tie, field.meritOf, score) ?? field.question;
              const meritOf = secondMerits(among);
              let last: number | undefined;
              for (const candidate of wholeOf(settled(second, field, tie, score))) {
                const merit = field.meritOf(candidate);
                const next = meritOf(candidate);
                if (last !== undefined && next.score !== last) fromBehind -= 1;
                last = next.score;
                known.set(candidate, toldBoth(merit, next, fromBehind, tie.length > 1));
              }
              fromBehind -= 1;
            }
            return (candidate) =>
              known.get(candidate) ?? {
                score: 0,
                share: candidate.weight > 0 ? secondMerits(alone(asked, candidate))(candidate).share : 0,
                says: field.meritOf(candidate).says,
              };
          },
        }),
  };
};

/** The second's question about whoever the first has take no turn. */
const alone = <Q extends OrderQuestion>(question: Q, candidate: Candidate): Q => ({
  ...question,
  candidates: [candidate],
  owed: [],
});

/** The second's question about whoever ties with the taker; nothing where the first lets the taker take no turn. */
const amongThoseLevel = ({ takers, meritOf }: Field, question: BookQuestion): BookQuestion | undefined => {
  if (!takers.includes(question.taker)) return undefined;
  const { score } = meritOf(question.taker);
  const tied = takers.filter((candidate) => meritOf(candidate).score === score);
  return amongTied(question, tied, meritOf, score);
};

/** What both say of a candidate; the second only where somebody ties. */
const toldBoth = (first: Merit, second: Merit, score: number, isTied: boolean): Merit => {
  const says = () => (isTied ? `${first.says}; ${second.says}` : first.says);
  return "parts" in first
    ? new PartedMerit(score, second.share, says, () => first.parts ?? [])
    : new LazyMerit(score, second.share, says);
};
