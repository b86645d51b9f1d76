import { demand } from "../../internal/demand.js";
import { fnv1a, mixed } from "../../internal/hash.js";
import { rankByScore } from "../../internal/rankByScore.js";
import { shortened } from "../../internal/shortened.js";
import type { EpochMs } from "../../model/instant.js";
import type { Candidate, OrderQuestion, Ranking, Selector } from "../../model/selector.js";
import { rotation } from "../byTurn/rotation.js";
import { demandSelector, notedBy, partOf } from "../decorators/decorated.js";
import { keyFrom, type StickyBy } from "./stickyKey.js";

/**
 * Options of {@link sticky}.
 *
 * @since 0.1.0
 */
export interface StickyOptions {
  /** What the leads of an account have in common: of several, the first that the lead says. */
  readonly by: StickyBy;
  /** How long an account keeps its rep, in whole milliseconds. Absent: for good. */
  readonly expiresAfterMs?: number;
  /**
   * The account's rep is left out only by filters that {@link owe}: the next in the account's order stands in, or
   * nobody takes a turn. Absent: `"pass"`.
   */
  readonly whenAway?: "pass" | "hold";
  /**
   * With `"hold"`: so long after the lead came in the next stands in all the same, in whole milliseconds. Absent:
   * never.
   */
  readonly mostWaitMs?: number;
  /** Who comes first where the lead has no key. Absent: {@link rotation}. */
  readonly withoutKey?: Selector;
}

/** How often the account was dealt anew by then, each at a moment of its own, so that not all are at once. */
const epochOf = (key: string, nowMs: EpochMs, everyMs: number | undefined): number =>
  everyMs === undefined
    ? 0
    : Math.floor((nowMs + Math.floor((mixed(fnv1a(key)) / 2 ** 32) * everyMs)) / everyMs);

const takesTurns = ({ weight }: Candidate): boolean => weight > 0;

const isWhole = (value: unknown, least: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least;

/** What a rep draws for the account: the largest comes first. */
type LotOf = (candidate: Candidate) => number;

const byLot = (candidates: readonly Candidate[], lotOf: LotOf): Ranking =>
  rankByScore(candidates, candidates.map(lotOf));

/** Whether whoever would come first is only owed the lead. */
const isFirstAway = ({ candidates, owed }: OrderQuestion, lotOf: LotOf): boolean => {
  if (owed.length === 0) return false;
  const entitled = [...candidates, ...owed.map(({ rep }) => rep)].filter(takesTurns);
  const first = byLot(
    entitled.sort((a, b) => a.place - b.place),
    lotOf,
  ).at(0);
  return owed.some(({ rep }) => rep === first);
};

/**
 * Gives all leads of an account to the same rep, and remembers nothing.
 *
 * Each account has an order of its own over the reps, drawn by a hash of the state's seed, the account and the rep;
 * its leads go to the first who may have them. So where the first is left out the next stands in, and it goes back
 * to the first when that one may have leads again. When a rep leaves, its accounts alone move; a new rep takes its
 * part of the accounts, and no other account moves. All ledgers of a state agree on whose an account is.
 *
 * The texts of {@link matchKeys} are compared whatever the case and the spaces around, a `domain` of a public
 * provider is none; keys of your own are compared letter by letter. A lead without a key goes by `withoutKey`. A
 * rep of weight 0 takes no turn; other weights make no difference. Ties, which are two equal hashes, go to the
 * smaller id.
 *
 * @remarks
 * - **Expiry:** with `expiresAfterMs` each account is dealt anew that often, at moments of its own, which are not
 *   counted from its first lead: so after that time at the latest, and on average after half of it. It may well
 *   fall to the same rep.
 * - **Away:** `"hold"` works with {@link owe}: `owe(available({ whenNobodyAtWork: "park" }), { mostLeads: 1 })` has
 *   the lead wait for its rep. Filters that forgive leave a rep out, and the next stands in. So that an account's
 *   rep has its leads even while it is away, leave `available` out, as `presets.sticky` does.
 * - **State:** none of its own. The share is 1 and the price 0, so these leads are no turn in anybody's rotation,
 *   and a lost turn changes nothing; what `withoutKey` books is booked.
 * - **Promise:** the first in the account's order of those who may have it. Each rep has about one in n of the
 *   accounts, as by drawing lots: not of the leads, since some accounts have more than others. Counts spread like a
 *   square root.
 * - **Errors:** a `RangeError` for options that are none of these; a problem that names the selector when a key of
 *   your own throws or is no text.
 * - **Cost:** O(n) for n candidates, one hash of each id.
 *
 * Where a CRM knows who owns an account, take the filter {@link owner}: it keeps what people agreed on. Take
 * `sticky` where nobody keeps it, or where it should need no keeping.
 *
 * @see D. G. Thaler, C. V. Ravishankar, "Using Name-Based Mappings to Increase Hit Rates", IEEE/ACM Transactions on
 * Networking 6(1), 1998, https://doi.org/10.1109/90.663936 (rendezvous hashing)
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: sticky({ by: ["account", "domain"] }) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * const holder = (id: string, account: string) =>
 *   holderOf(unwrap(strategy({ id, receivedAtMs: 0, account }, roster, emptyState({ seed: "s" }))).decision);
 * holder("l1", "Acme") === holder("l2", " ACME "); // => true
 * ```
 *
 * @since 0.1.0
 */
export const sticky = (options: StickyOptions): Selector => {
  const {
    by,
    expiresAfterMs,
    whenAway = "pass",
    mostWaitMs,
    withoutKey = rotation(),
  }: Partial<StickyOptions> = Object(options);
  const { keyOf, literal } = keyFrom(by);
  demand(
    expiresAfterMs === undefined || isWhole(expiresAfterMs, 1),
    "sticky: expiresAfterMs must be a whole number above 0",
  );
  demand(whenAway === "pass" || whenAway === "hold", 'sticky: whenAway must be "pass" or "hold"');
  demand(
    mostWaitMs === undefined || (whenAway === "hold" && isWhole(mostWaitMs, 0)),
    'sticky: mostWaitMs must be a whole number, not negative, and goes with "hold"',
  );
  demandSelector("sticky", withoutKey);
  const { merits } = withoutKey;

  /** The lots of the lead's account; nothing for a lead without a key. */
  const lotsFor = ({
    lead,
    ledger,
    nowMs,
  }: OrderQuestion): { readonly name: string; readonly lotOf: LotOf } | undefined => {
    const { name, key } = keyOf(lead);
    if (key === "") return undefined;
    const start = fnv1a(JSON.stringify([ledger.seed, name, key, epochOf(key, nowMs, expiresAfterMs)]));
    return { name, lotOf: ({ id }) => mixed(fnv1a(id, start)) };
  };
  const waits = ({ lead, nowMs }: OrderQuestion): boolean =>
    whenAway === "hold" && (mostWaitMs === undefined || nowMs - lead.receivedAtMs < mostWaitMs);

  return {
    name: "sticky",
    literals: {
      by: literal,
      expiresAfterMs: expiresAfterMs ?? null,
      whenAway,
      mostWaitMs: mostWaitMs ?? null,
      withoutKey: partOf(withoutKey),
    },
    ...(withoutKey.needsEverybody === true ? { needsEverybody: true } : {}),
    ...notedBy(withoutKey),
    order: (question) => {
      const lots = lotsFor(question);
      if (lots === undefined) return withoutKey.order(question);
      if (waits(question) && isFirstAway(question, lots.lotOf)) return [];
      return byLot(question.candidates.filter(takesTurns), lots.lotOf);
    },
    book: (question) =>
      lotsFor(question) === undefined
        ? withoutKey.book(question)
        : { share: takesTurns(question.taker) ? 1 : 0, price: 0 },
    ...(merits === undefined
      ? {}
      : {
          merits: (question) => {
            const lots = lotsFor(question);
            if (lots === undefined) return merits(question);
            const says = `has its place in the order of this ${shortened(lots.name)}, which stays the same`;
            return (candidate) => ({
              score: lots.lotOf(candidate),
              share: takesTurns(candidate) ? 1 : 0,
              says,
            });
          },
        }),
  };
};
