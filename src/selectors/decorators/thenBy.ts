import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import type { Candidate, Merit, OrderQuestion, Ranking, Selector } from "../../model/selector.js";
import { amongTakers, bookBoth, bothAs, byPlace } from "./both.js";

type Merits = NonNullable<Selector["merits"]>;

/** What the first selector says of a question. */
interface Field {
  readonly question: OrderQuestion;
  readonly ranking: Ranking;
  /** Those whom it lets take a turn: by id where that is everybody, else in its order. */
  readonly takers: readonly Candidate[];
  readonly meritOf: (candidate: Candidate) => Merit;
}

const wholeOf = (ranking: Ranking): readonly Candidate[] =>
  Array.from({ length: ranking.length }, (_, place) => ranking.at(place) as Candidate);

/** Whoever is only owed a part is compared as well, so that those who would tie share in the tie. */
const meritsAmong = (merits: Merits, question: OrderQuestion): Field["meritOf"] => {
  const { candidates, owed } = question;
  if (owed.length === 0) return merits(question);
  const entitled = [...candidates, ...owed.map(({ rep }) => rep)].sort(byPlace);
  return merits({ ...question, candidates: isNonEmpty(entitled) ? entitled : candidates, owed: [] });
};

/**
 * Lets a second selector settle the ties of a first: the best match, and among equals in turn.
 *
 * Those who tie stand on equal scores of the first's `merits`. The second is asked about those who tie alone; whomever it leaves out stands behind the others of the tie, by the first's order. Where nobody ties, the first
 * has decided. Ties of both are the second's own. A rep of weight 0 takes no turn.
 *
 * @remarks
 * - **Booking:** the account, with share and price, is the second's, over those who tie with the taker. The first's own columns and totals are booked too; its credits are not,
 *   so it should keep none: {@link bestMatch}, {@link ranked}, not {@link rotation}.
 * - **Promise:** the first's, as nobody stands before a larger score; and the second's, with those who tie as its candidates. With {@link rotation}, whose bound holds whatever the candidates are: nobody is ever more than (n-1)/2 leads from
 *   its fair share of the leads on which it tied for the first place.
 * - **Three and more:** `thenBy(first, thenBy(second, third))`.
 * - **Merits:** the score is the place from behind, so that the second's order counts as well; the first's points are told in words and parts.
 * - **Errors:** a `RangeError` for what is no selector or needs everybody, and for a first without merits.
 * - **Cost:** the first's scores for all, and the second once among those who tie for the first place; whoever reads on, such as a cascade, pays for the first's whole order.
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

  const fieldOf = (asked: OrderQuestion): Field | undefined => {
    const question = amongTakers(asked);
    if (question === undefined) return undefined;
    const ranking = first.order(question);
    const isEverybody = ranking.length === question.candidates.length;
    const takers = isEverybody ? question.candidates : wholeOf(ranking);
    return { question, ranking, takers, meritOf: meritsAmong(firstMerits, question) };
  };

  /** The second's question about those who tie; nothing where that is nobody. */
  const amongTied = <Q extends OrderQuestion>(
    asked: Q,
    tied: readonly Candidate[],
    meritOf: Field["meritOf"],
    score: number,
  ): Q | undefined => {
    const candidates = [...tied].sort(byPlace);
    if (!isNonEmpty(candidates)) return undefined;
    const owed = asked.owed.filter(({ rep }) => rep.weight > 0 && meritOf(rep).score === score);
    return { ...asked, candidates, owed };
  };

  /** Those who tie, as the second orders them. */
  const settled = ({ question, meritOf }: Field, tied: readonly Candidate[], score: number): Ranking => {
    const among = tied.length < 2 ? undefined : amongTied(question, tied, meritOf, score);
    if (among === undefined) return tied;
    const ranking = second.order(among);
    if (ranking.length === tied.length) return ranking;
    const before = wholeOf(ranking);
    const behind = new Set(before);
    return [...before, ...tied.filter((candidate) => !behind.has(candidate))];
  };

  /** Everybody in the first's order, parted where the score changes. */
  const tiesIn = ({ ranking, meritOf }: Field): readonly (readonly Candidate[])[] => {
    const ties: Candidate[][] = [];
    let last: number | undefined;
    for (const candidate of wholeOf(ranking)) {
      const { score } = meritOf(candidate);
      if (score === last) ties[ties.length - 1]?.push(candidate);
      else ties.push([candidate]);
      last = score;
    }
    return ties;
  };

  const order = (asked: OrderQuestion): Ranking => {
    const field = fieldOf(asked);
    const head = field?.ranking.at(0);
    if (field === undefined || head === undefined) return [];
    const { score } = field.meritOf(head);
    const tied = field.takers.filter((candidate) => field.meritOf(candidate).score === score);
    const best = settled(field, tied, score);
    let whole: readonly Candidate[] | undefined;
    const behind = (): readonly Candidate[] =>
      tiesIn(field).flatMap((tie) => wholeOf(settled(field, tie, field.meritOf(tie[0] as Candidate).score)));
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
      const { taker } = question;
      const field = fieldOf(question);
      const meritOf = field?.meritOf ?? meritsAmong(firstMerits, question);
      const { score } = meritOf(taker);
      const tied = (field?.takers ?? []).filter((each) => each !== taker && meritOf(each).score === score);
      const among = amongTied(question, [...tied, taker], meritOf, score);
      return bookBoth(first.book(question), second.book(among ?? question));
    },
    ...(secondMerits === undefined
      ? {}
      : {
          merits: (asked) => {
            const field = fieldOf(asked);
            if (field === undefined) return firstMerits(asked);
            const known = new Map<Candidate, Merit>();
            let fromBehind = field.ranking.length;
            for (const tie of tiesIn(field)) {
              const { score } = field.meritOf(tie[0] as Candidate);
              const among = amongTied(field.question, tie, field.meritOf, score) ?? field.question;
              const meritOf = secondMerits(among);
              let last: number | undefined;
              for (const candidate of wholeOf(settled(field, tie, score))) {
                const merit = field.meritOf(candidate);
                const next = meritOf(candidate);
                if (last !== undefined && next.score !== last) fromBehind -= 1;
                last = next.score;
                known.set(candidate, toldBoth(merit, next, fromBehind, tie.length > 1));
              }
              fromBehind -= 1;
            }
            return (candidate) =>
              known.get(candidate) ?? { score: 0, share: 0, says: field.meritOf(candidate).says };
          },
        }),
  };
};

/** What both say of a candidate; the second only where somebody ties. */
const toldBoth = (first: Merit, second: Merit, score: number, isTied: boolean): Merit => ({
  score,
  share: second.share,
  get says(): string {
    return isTied ? `${first.says}; ${second.says}` : first.says;
  },
  ...("parts" in first
    ? {
        get parts() {
          return first.parts ?? [];
        },
      }
    : {}),
});
