import { describe, expect, it } from "vitest";
import {
  available,
  capacity,
  cascade,
  compose,
  owner,
  type Rep,
  type Roster,
  rotation,
  unwrap,
} from "../../src/index.js";
import { type Happening, no, offering, type Story, stands, storyOf, woken } from "../support/story.js";

const early: Happening = { type: "woken", isEarly: true };

const bobIs = (bob: Partial<Rep>): Roster => ({ reps: [{ id: "ann" }, { id: "bob", ...bob }] });

const waitsForBob = (): Story =>
  storyOf(
    compose({
      ledger: "desk",
      filters: [owner({ whenAway: { retryMs: 50, mostMs: 500 } }), available()],
      selector: rotation(),
    }),
    { roster: bobIs({ presence: "away" }), lead: { id: "l1", receivedAtMs: 0, ownerId: "bob" } },
  );

describe("a lead that is put aside and woken early", () => {
  it("is dealt where somebody may have it by now", () => {
    expect(stands(waitsForBob().on(20, early, { roster: bobIs({}) }))).toBe("bob has it");
  });

  it("is left in peace without the word for it, and where nobody may have it", () => {
    const story = waitsForBob();
    for (const next of [story.on(20, woken, { roster: bobIs({}) }), story.on(20, early)]) {
      expect(next.refusal?.rule).toBe("not-due");
      expect(next.decision).toBe(story.decision);
    }
    expect(story.on(20, { ...early, isEarly: false }, { roster: bobIs({}) }).refusal?.rule).toBe("not-due");
  });

  it("is woken as by its wake once its time has come", () => {
    expect(stands(waitsForBob().on(50, early))).toBe("aside until 100: owner-away");
  });

  it("is not offered again to those who said no, until its time has come", () => {
    const parked = storyOf(offering({ whenNobody: { parkForMs: 100 } }), {
      roster: { reps: [{ id: "ann" }] },
    }).on(5, no("ann"));
    expect(stands(parked)).toBe("aside until 105: nobody-accepted");
    expect(parked.on(10, early).refusal?.rule).toBe("not-due");
    const joined = { roster: { reps: [{ id: "ann" }, { id: "bob" }] } };
    const asked = parked.on(10, early, joined);
    expect(stands(asked)).toBe("bob 10-70");
    expect(asked.decision.tried).toStrictEqual(["ann"]);
    expect(stands(parked.on(105, early, joined))).toBe("ann 105-165");
    expect(parked.on(105, early, joined).decision.tried).toBeUndefined();
  });

  it("finds those of a later ring", () => {
    const ring = (id: string) => ({
      name: `only ${id}`,
      test: ({ rep }: { readonly rep: Rep }) =>
        rep.id === id
          ? ({ passes: true, rank: 0 } as const)
          : ({ passes: false, reason: "is of another ring" } as const),
    });
    const delivery = cascade({
      answerMs: 5,
      rings: [{ filters: [ring("ann")] }, { filters: [ring("bob")] }],
      whenNobody: { parkForMs: 100 },
    });
    const strategy = compose({ ledger: "desk", filters: [capacity()], selector: rotation(), delivery });
    const full = { reps: [{ id: "ann", capacity: 0 }, { id: "bob", capacity: 0 }, { id: "cyd" }] };
    const parked = storyOf(strategy, { roster: full });
    expect(stands(parked)).toBe("aside until 100: nobody-found");
    expect(parked.on(10, early).refusal?.rule).toBe("not-due");
    const roster = { reps: [{ id: "ann", capacity: 0 }, { id: "bob", capacity: 1 }, { id: "cyd" }] };
    expect(stands(parked.on(10, early, { roster }))).toBe("bob 10-15");
  });

  it("ends no offer before its time, not even one that another delivery left", () => {
    const asked = storyOf(offering());
    expect(asked.on(10, early).refusal?.rule).toBe("not-due");
    const push = compose({ ledger: "desk", filters: [], selector: rotation() });
    const event = { id: "e1", atMs: 10, type: "woken", isEarly: true } as const;
    const lead = { id: "l1", receivedAtMs: 0 };
    const left = unwrap(push.respond(lead, asked.decision, event, { reps: [{ id: "cyd" }] }, asked.state));
    expect(left.refusal?.rule).toBe("not-due");
  });
});
