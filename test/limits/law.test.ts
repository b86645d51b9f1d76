import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  all,
  cascade,
  compose,
  type Decision,
  type ExemptLead,
  emptyState,
  holderOf,
  type Lead,
  type LeadEvent,
  type LimitsOptions,
  limits,
  type Roster,
  rotation,
  type State,
  type Strategy,
  unwrap,
} from "../../src/index.js";
import { fittingEvent } from "../../src/testing/index.js";
import { aStream, type Happened, type Stream } from "./support/aStream.js";
import { type Held, heldTo, oracle } from "./support/oracle.js";

const HOUR_MS = 3_600_000;

/** A strategy, and the limits that its filters hold reps to. */
interface Desk {
  readonly strategy: Strategy;
  readonly filters: readonly LimitsOptions[];
}

const inbound: LimitsOptions = {
  name: "inbound",
  each: [
    { most: 2, per: "day" },
    { most: 3, windowMs: HOUR_MS },
  ],
  total: [{ most: 5, per: "day", timeZone: "Europe/Warsaw" }],
};
const north: LimitsOptions = {
  name: "north",
  each: [{ most: 3, per: "week", weekStart: 7 }],
  total: [{ most: 4, windowMs: 24 * HOUR_MS }],
  teams: ["north"],
  tiers: [1],
  timeZone: "America/St_Johns",
};
const lenient: LimitsOptions = { exempt: ["owner", "hot", "byHand"], timeZone: "Australia/Lord_Howe" };

const deskOf = (filters: readonly LimitsOptions[], isOffered: boolean): Desk => ({
  filters,
  strategy: compose({
    ledger: "desk",
    filters: filters.map(limits),
    selector: isOffered ? all() : rotation(),
    ...(isOffered ? { delivery: cascade({ answerMs: HOUR_MS, atOnce: 2 }) } : {}),
  }),
});

const desks: readonly [Desk, ...Desk[]] = [
  deskOf([{}], false),
  deskOf([{}, inbound], true),
  deskOf([inbound, {}, north], false),
  deskOf([lenient], false),
  deskOf([], false),
  deskOf([{}], true),
];

interface Story {
  readonly desk: Desk;
  readonly lead: Lead;
  decision: Decision;
}

const isExempt = (exempt: readonly ExemptLead[], lead: Lead, repId: string, isByHand: boolean): boolean =>
  (exempt.includes("owner") && lead.ownerId === repId) ||
  (exempt.includes("hot") && lead.temperature === "hot") ||
  (exempt.includes("byHand") && isByHand);

/** Every limit that a desk holds a rep to for this lead. */
const heldFor = (
  desk: Desk,
  lead: Lead,
  roster: Roster,
  repId: string,
  isByHand: boolean,
): readonly Held[] => {
  const rep = repIn(roster, repId);
  return desk.filters
    .filter(({ exempt = [] }) => !isExempt(exempt, lead, repId, isByHand))
    .flatMap((scope) => heldTo(scope, rep));
};

const repIn = (roster: Roster, repId: string) => {
  const found = roster.reps.find(({ id }) => id === repId);
  if (found === undefined) throw new Error(`${repId} is not on the roster`);
  return found;
};

const eventOf = ({ what, atMs }: Happened, { decision }: Story, id: string): LeadEvent => {
  const to = ["ann", "bob", "__proto__"][what % 3] as string;
  if (what < 2) return { id, atMs, type: "reassigned", to };
  if (what === 2) return { id, atMs, type: "returned" };
  const says = what < 7 ? "fits" : what === 7 ? "denies" : "nothing";
  const event = fittingEvent(decision, { id, says, when: "in time", nth: what });
  // Told when it happens, but for an end that cannot be told before.
  return event.type === "expired" || event.type === "woken"
    ? { ...event, atMs: Math.max(atMs, event.atMs) }
    : { ...event, atMs };
};

interface Watch {
  /** Before a new lead is decided. */
  readonly asked?: (desk: Desk, lead: Lead, roster: Roster, state: State) => void;
  /** When somebody newly has a lead. */
  readonly took: (
    desk: Desk,
    lead: Lead,
    roster: Roster,
    given: { readonly repId: string; readonly atMs: number; readonly isByHand: boolean },
  ) => void;
}

/** Plays a stream with every desk on one state. */
const played = ({ rosters, happened, runsBack }: Stream, { asked, took }: Watch): State => {
  const stories: Story[] = [];
  let state = emptyState({ seed: "s" });
  let clockMs = 0;
  happened.forEach((given, n) => {
    const each = runsBack ? given : { ...given, atMs: Math.max(clockMs, given.atMs) };
    const roster = rosters[each.roster] as Roster;
    const story = each.type === "event" ? stories[each.which % Math.max(1, stories.length)] : undefined;
    const desk = story?.desk ?? (desks[each.which % desks.length] as Desk);
    const lead = story?.lead ?? {
      id: `l${n}`,
      receivedAtMs: each.atMs,
      ...(each.isHot ? { temperature: "hot" as const } : {}),
      ...(each.ownerId === undefined ? {} : { ownerId: each.ownerId }),
    };
    const event = story && eventOf(each, story, `e${n}`);
    if (story === undefined) asked?.(desk, lead, roster, state);
    const outcome = unwrap(
      story === undefined || event === undefined
        ? desk.strategy(lead, roster, state)
        : desk.strategy.respond(lead, story.decision, event, roster, state),
    );
    const { decision } = outcome;
    const repId = holderOf(decision);
    const before = story && holderOf(story.decision);
    if (decision.status === "assigned" && repId !== undefined && repId !== before)
      took(desk, lead, roster, { repId, atMs: decision.atMs, isByHand: event?.type === "reassigned" });
    state = outcome.state;
    clockMs = Math.max(each.atMs, decision.atMs);
    if (story === undefined) stories.push({ desk, lead, decision });
    else story.decision = decision;
  });
  return state;
};

describe("limits", () => {
  it("are never exceeded, under any order of events and moments, at edges and across clock changes", () => {
    let takings = 0;
    fc.assert(
      fc.property(aStream({ runsBack: true }), (stream) => {
        const { take, isOver } = oracle();
        played(stream, {
          took: (desk, lead, roster, { repId, atMs, isByHand }) => {
            const held = heldFor(desk, lead, roster, repId, isByHand);
            const broken = held.filter((each) => isOver(each, repIn(roster, repId), atMs, 1));
            expect(broken).toStrictEqual([]);
            take(atMs, held);
            takings += held.length;
          },
        });
      }),
      { numRuns: 300 },
    );
    expect(takings).toBeGreaterThan(1000);
  });

  it("leave nobody out without need, while moments never run back", () => {
    let [kept, full] = [0, 0];
    fc.assert(
      fc.property(aStream({ runsBack: false }), (stream) => {
        const { take, isOver } = oracle();
        played(stream, {
          asked: (desk, lead, roster, state) => {
            const may = unwrap(desk.strategy.candidates(lead, roster, state)).map(({ id }) => id);
            const wanted = roster.reps.filter((rep) => {
              const offers = state.openOffers[state.ids.indexOf(rep.id)] ?? 0;
              return heldFor(desk, lead, roster, rep.id, false).every(
                (each) => !isOver(each, rep, lead.receivedAtMs, 1 + (each.of === "rep" ? offers : 0)),
              );
            });
            expect([...may].sort()).toStrictEqual(wanted.map(({ id }) => id).sort());
            kept += may.length;
            full += roster.reps.length - may.length;
          },
          took: (desk, lead, roster, { repId, atMs, isByHand }) =>
            take(atMs, heldFor(desk, lead, roster, repId, isByHand)),
        });
      }),
      { numRuns: 300 },
    );
    expect(Math.min(kept, full)).toBeGreaterThan(500);
  });
});
