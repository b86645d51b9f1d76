import { describe, expect, it } from "vitest";
import { capacity, type Rep, type State } from "../../../src/index.js";
import { asked, expired, no, offering, stands, storyOf, yes } from "../../support/story.js";

const desk = offering({ filters: [capacity()] });

const ann = (capacityOf: number, more: Partial<Rep> = {}) => ({
  reps: [{ id: "ann", capacity: capacityOf, ...more }, { id: "bob" }],
});

const second = (state: State, roster = ann(1)) =>
  storyOf(desk, { state, roster, lead: { id: "l2", receivedAtMs: 1 } });

describe("an open offer", () => {
  it("takes a place of the rep's capacity, as a lead does", () => {
    expect(asked(second(storyOf(desk, { roster: ann(1) }).state))).toStrictEqual(["bob"]);
    expect(asked(second(storyOf(desk, { roster: ann(2) }).state, ann(2)))).toStrictEqual(["ann"]);
  });

  it("frees its place when it is declined, runs out or is withdrawn", () => {
    const first = storyOf(offering({ filters: [capacity()], atOnce: 2 }), { roster: ann(1) });
    for (const { state } of [
      first.on(1, no("ann")),
      first.on(60, expired),
      first.on(1, yes("bob")),
      first.on(1, { type: "closed", result: "lost" }),
      first.on(1, { type: "reassigned", to: "bob" }),
    ]) {
      expect(state.openOffers[0]).toBe(0);
      expect(second(state).decision.leftOut[0]).toStrictEqual({ by: "capacity", reps: 0 });
    }
  });

  it("does not stand in the way of its own acceptance", () => {
    const taken = storyOf(desk, { roster: ann(1) }).on(1, yes("ann"));
    expect(stands(taken)).toBe("ann has it");
    expect([taken.state.openLeads, taken.state.openOffers]).toStrictEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(asked(second(taken.state))).toStrictEqual(["bob"]);
  });

  it("is added to the open leads that a CRM counts", () => {
    const counted = ann(3, { openLeads: 2 });
    const first = storyOf(desk, { roster: counted });
    expect(asked(first)).toStrictEqual(["ann"]);
    expect(asked(second(first.state, counted))).toStrictEqual(["bob"]);
  });

  it("is not accepted beyond the capacity, when the rep has got other leads in the meantime", () => {
    const first = storyOf(desk, { roster: ann(1) });
    const full = first.on(1, yes("ann"), { roster: ann(1, { openLeads: 1 }) });
    expect(full.refusal).toStrictEqual({ rule: "capacity", reason: "holds 1 open lead of 1" });
  });

  it("is not made to a rep whose other offers fill it, though its turn has come in a settled order", () => {
    const settled = offering({ filters: [capacity()], order: "fixed" });
    const roster = { reps: [{ id: "ann" }, { id: "bob", capacity: 1 }, { id: "cyd" }] };
    const first = storyOf(settled, { roster });
    const busy = storyOf(settled, {
      state: first.state,
      roster: { reps: roster.reps.slice(1) },
      lead: { id: "l2", receivedAtMs: 1 },
    });
    expect(asked(busy)).toStrictEqual(["bob"]);
    const event = { id: "no", atMs: 5, type: "declined", repId: "ann" } as const;
    const next = settled.respond({ id: "l1", receivedAtMs: 0 }, first.decision, event, roster, busy.state);
    expect(next).toMatchObject({ right: { decision: { offers: [{ repId: "cyd" }] } } });
  });
});
