import { CREDITS_PER_LEAD } from "../../internal/credits.js";
import type { EpochMs } from "../../model/instant.js";
import type { Booking, BookQuestion, Candidate, LedgerView, Owed } from "../../model/selector.js";

/**
 * What is owed for leads that a rep missed, in credits, apart from its account; negative for whoever had leads in
 * their place.
 */
const MISSED = "missed";

/**
 * The moment from which that is over; 0: never. And a total that is 1 once anything was missed, so that nobody
 * looks in vain.
 */
const UNTIL = "missed until";

/** Who is owed its part apart from the account, up to a limit. */
export type OwedApart = Owed & Required<Pick<Owed, "mostLeads">>;

interface Held {
  readonly credits: number;
  readonly untilMs: EpochMs;
}

const NOTHING: Held = { credits: 0, untilMs: 0 };

const heldOf = (ledger: LedgerView, nowMs: EpochMs, candidate: Candidate): Held => {
  const held = { credits: ledger.number(MISSED, candidate), untilMs: ledger.number(UNTIL, candidate) };
  return held.untilMs !== 0 && held.untilMs <= nowMs ? NOTHING : held;
};

/** What is owed for missed leads at that moment; nothing where no filter of the ledger ever owed. */
export const missedOf = (
  ledger: LedgerView,
  nowMs: EpochMs,
): ((candidate: Candidate) => number) | undefined =>
  ledger.total(MISSED) === 0 ? undefined : (candidate) => heldOf(ledger, nowMs, candidate).credits;

/** A turn as the account would book it. */
export interface Turn {
  /** Who takes part, with what each gains of the lead. */
  readonly taking: readonly Candidate[];
  readonly gains: readonly number[];
  readonly price: number;
  /** Whether the turn is booked here, and not on the account. */
  readonly isCatchUp: boolean;
}

/** What a rep misses of the lead, as far as it may be owed more. */
const missedPart = (part: number, { mostLeads }: OwedApart, { credits }: Held): number =>
  Math.max(0, Math.min(part, mostLeads * CREDITS_PER_LEAD - credits));

/**
 * Until when something is owed that was missed now, or had in the place of others. Nothing that lasts for ever ends
 * by it.
 */
const untilOf = (held: Held, nowMs: EpochMs, expiresAfterMs: number | undefined): EpochMs =>
  expiresAfterMs === undefined || (held.credits !== 0 && held.untilMs === 0)
    ? 0
    : Math.max(held.untilMs, nowMs + expiresAfterMs);

const longest = (owed: readonly OwedApart[]): number | undefined => {
  const all = owed.map(({ expiresAfterMs }) => expiresAfterMs ?? Number.POSITIVE_INFINITY);
  const most = Math.max(...all);
  return Number.isFinite(most) ? most : undefined;
};

/**
 * What a turn does to what is owed for missed leads: whoever misses its part of the lead is owed it, up to its
 * limit, and the taker had as much in their place, up to the largest of the limits; a turn that catches up is
 * booked here as the account would have booked it.
 */
export const missedBy = (
  { taker, ledger, nowMs }: BookQuestion,
  { taking, gains, price, isCatchUp }: Turn,
  owed: readonly OwedApart[],
  partOf: (candidate: Candidate) => number,
): Pick<Booking, "columns" | "totals"> => {
  const before = (candidate: Candidate): Held => heldOf(ledger, nowMs, candidate);
  const after = new Map<Candidate, Held>();
  let paid = 0;
  let mostLeads = 0;
  for (const each of owed) {
    const held = before(each.rep);
    const part = missedPart(partOf(each.rep), each, held);
    const untilMs = untilOf(held, nowMs, each.expiresAfterMs);
    after.set(each.rep, { credits: held.credits + part, untilMs });
    paid += part;
    mostLeads = Math.max(mostLeads, each.mostLeads);
  }
  const taken = before(taker);
  for (const [i, candidate] of taking.entries()) {
    const held = before(candidate);
    const turn = isCatchUp ? (gains[i] as number) - (candidate === taker ? price : 0) : 0;
    const untilMs = held.credits === 0 ? taken.untilMs : held.untilMs;
    after.set(candidate, { credits: held.credits + turn, untilMs });
  }
  if (owed.length > 0) {
    const { credits } = after.get(taker) ?? taken;
    const least = Math.min(credits, -mostLeads * CREDITS_PER_LEAD);
    const untilMs = untilOf(taken, nowMs, longest(owed));
    after.set(taker, { credits: Math.max(least, credits - paid), untilMs });
  }
  const candidates = [...after.keys()].sort((a, b) => a.place - b.place);
  const held = candidates.map((candidate) => after.get(candidate) ?? NOTHING);
  return {
    columns: [
      { name: MISSED, candidates, values: held.map(({ credits }) => credits) },
      { name: UNTIL, candidates, values: held.map(({ credits, untilMs }) => (credits === 0 ? 0 : untilMs)) },
    ],
    totals: [{ name: MISSED, value: 1 }],
  };
};
