import { describe, expect, it } from "vitest";
import { compose, type Decision, emptyState, pool, rotation, unwrap } from "../../src/index.js";
import { type Answer, fittingEvent } from "../../src/testing/index.js";

const lies = (pushAfterMs?: number): Decision => {
  const delivery = pool(pushAfterMs === undefined ? {} : { pushAfterMs });
  const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery });
  const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
  return unwrap(strategy({ id: "l1", receivedAtMs: 5 }, roster, emptyState({ seed: "s" }))).decision;
};

const answer = (says: Answer["says"], when: Answer["when"], nth = 0): Answer => ({
  id: "a1",
  says,
  when,
  nth,
});

describe("an event that fits a lead in a pool of which nobody was told", () => {
  it("is a claim by one of those who are there, in time, at the end or late", () => {
    const claimAt = (when: Answer["when"], nth?: number) =>
      fittingEvent(lies(10), answer("fits", when, nth), ["ann", "bob"]);
    expect(claimAt("in time", 3)).toStrictEqual({ id: "a1", atMs: 5, type: "claimed", repId: "bob" });
    expect(claimAt("at the end")).toStrictEqual({ id: "a1", atMs: 15, type: "claimed", repId: "ann" });
    expect(claimAt("late").atMs).toBe(16);
  });

  it("is the end of its time where nobody is there, or nobody claims", () => {
    expect(fittingEvent(lies(10), answer("fits", "in time"))).toStrictEqual({
      id: "a1",
      atMs: 15,
      type: "woken",
    });
    expect(fittingEvent(lies(), answer("nothing", "in time"), ["ann"]).type).toBe("woken");
  });
});
