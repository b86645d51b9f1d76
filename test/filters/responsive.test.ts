import { describe, expect, it } from "vitest";
import {
  assign,
  cascade,
  compose,
  type Delivery,
  emptyState,
  type LeadEvent,
  responsive,
  rotation,
  type State,
  serviceLevel,
  unwrap,
} from "../../src/index.js";
import type { Told } from "../support/told.js";

const alone = { reps: [{ id: "ann" }] };

const desk = (delivery: Delivery) =>
  compose({
    ledger: "desk",
    filters: [responsive({ silencesInARow: 2, forMs: 100 })],
    selector: rotation(),
    delivery,
  });

/** A lead at that moment, and what happens to it. */
const go = (delivery: Delivery, state: State, receivedAtMs: number, ...events: readonly Told[]): State => {
  const lead = { id: `l${receivedAtMs}`, receivedAtMs };
  let now = unwrap(desk(delivery)(lead, alone, state));
  for (const [i, event] of events.entries())
    now = unwrap(
      desk(delivery).respond(lead, now.decision, { id: `e${i}`, ...event } as LeadEvent, alone, now.state),
    );
  return now.state;
};

const mayAt = (state: State, nowMs: number): boolean =>
  unwrap(desk(assign()).candidates({ id: "other", receivedAtMs: 0 }, alone, state, { nowMs })).length > 0;

const start = emptyState({ seed: "s" });
const offers = cascade({ answerMs: 10 });
const inTime = serviceLevel(assign(), { withinMs: 10 });
const over = (atMs: number): Told => ({ type: "expired", atMs });

describe("responsive", () => {
  it("sets a rep aside after so many silences in a row, for so long", () => {
    const once = go(offers, start, 0, over(10));
    expect(mayAt(once, 10)).toBe(true);
    const twice = go(offers, once, 20, over(30));
    expect([30, 129, 130].map((nowMs) => mayAt(twice, nowMs))).toStrictEqual([false, false, true]);
  });

  it("says for how long", () => {
    const twice = go(offers, go(offers, start, 0, over(10)), 20, over(30));
    const { explanation } = unwrap(
      desk(offers)({ id: "l3", receivedAtMs: 40 }, alone, twice, { explain: true }),
    );
    expect(explanation?.leftOut[0]).toMatchObject({
      by: "responsive",
      reason: "was silent 2 times in a row, and is passed over until 1970-01-01 00:00 UTC",
      has: 2,
      wants: 2,
    });
  });

  it("sets aside again at the next silence, until a word is said", () => {
    const twice = go(offers, go(offers, start, 0, over(10)), 20, over(30));
    const thrice = go(offers, twice, 200, over(210));
    expect([210, 309, 310].map((nowMs) => mayAt(thrice, nowMs))).toStrictEqual([false, false, true]);
    const yes = go(offers, twice, 200, { type: "accepted", repId: "ann", atMs: 205 });
    expect(yes.notes).toStrictEqual([]);
  });

  it("counts first contacts that were not made, which being given a lead does not end and first contact does", () => {
    const kept = go(inTime, start, 0, { type: "woken", atMs: 10 }, { type: "woken", atMs: 20 });
    expect([20, 119, 120].map((nowMs) => mayAt(kept, nowMs))).toStrictEqual([false, false, true]);
    const given = go(inTime, go(inTime, start, 0, { type: "woken", atMs: 10 }), 11, {
      type: "woken",
      atMs: 21,
    });
    expect(mayAt(given, 21)).toBe(false);
    const worked = go(inTime, go(inTime, start, 0, { type: "woken", atMs: 10 }), 11, {
      type: "worked",
      atMs: 12,
    });
    expect(worked.notes).toStrictEqual([]);
  });

  it("does not count a no", () => {
    const no = (atMs: number): Told => ({ type: "declined", repId: "ann", atMs });
    expect(go(offers, go(offers, start, 0, no(1)), 5, no(6)).notes).toStrictEqual([]);
  });

  it("dates what comes late at the latest moment that is known", () => {
    const late = go(offers, go(offers, start, 100, over(110)), 20, over(30));
    expect([30, 110, 209, 210].map((nowMs) => mayAt(late, nowMs))).toStrictEqual([false, false, false, true]);
  });

  it.each<readonly [unknown, string]>([
    [undefined, "responsive: is missing"],
    [{ silencesInARow: 0, forMs: 1 }, "responsive.silencesInARow: must be a whole number, at least 1"],
    [{ silencesInARow: 1, forMs: 0.5 }, "responsive.forMs: must be whole milliseconds above 0"],
  ])("refuses %j", (options, message) => {
    expect(() => responsive(options as never)).toThrow(RangeError);
    expect(() => responsive(options as never)).toThrow(message);
  });
});
