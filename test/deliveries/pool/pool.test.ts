import { describe, expect, it } from "vitest";
import {
  available,
  capacity,
  compose,
  type Filter,
  type PoolOptions,
  pool,
  type Roster,
  rotation,
  type Strategy,
  unwrap,
} from "../../../src/index.js";
import {
  claim,
  effectsIn,
  moved,
  opened,
  owedIn,
  returned,
  rosterOf,
  stands,
  storyOf,
  updated,
  woken,
} from "../../support/story.js";

const pooling = (options: PoolOptions = {}, filters: readonly Filter[] = []): Strategy =>
  compose({ ledger: "desk", filters, selector: rotation(), delivery: pool(options) });

const away: Roster = { reps: [{ id: "ann", presence: "away" }] };

const rule = (story: { readonly refusal?: { readonly rule: string } }) => story.refusal?.rule;

describe("a pool", () => {
  it("keeps the lead until somebody takes it, and tells nobody", () => {
    const lies = storyOf(pooling());
    expect([stands(lies), lies.effects]).toStrictEqual(["open to all until claimed", []]);
    expect(lies.decision).toMatchObject({ sinceMs: 0, candidates: 3 });
    const taken = lies.on(1_000_000, claim("cyd"));
    expect([stands(taken), effectsIn(taken)]).toStrictEqual(["cyd has it", ["assigned cyd"]]);
    expect(owedIn(3, taken)).toStrictEqual([1, 1, -2]);
    expect(rule(taken.on(1_000_001, claim("ann")))).toBe("lead-taken");
    expect(rule(lies.on(5, woken))).toBe("not-waiting");
  });

  it("lets whoever every filter lets through at that moment take it, also who came later", () => {
    const lies = storyOf(pooling({}, [available()]), { roster: away });
    expect([stands(lies), lies.decision]).toMatchObject(["open to all until claimed", { candidates: 0 }]);
    expect(rule(lies.on(5, claim("ann")))).toBe("available");
    expect(stands(lies.on(5, claim("ann"), { roster: rosterOf("ann") }))).toBe("ann has it");
    expect(stands(lies.on(5, claim("eve"), { roster: rosterOf("eve") }))).toBe("eve has it");
  });

  it("lets a filter have the lead wait instead, where nobody may have it", () => {
    const held = pooling({}, [available({ whenNobodyAtWork: "park" })]);
    const asleep: Roster = { reps: [{ id: "ann", timeOff: [{ fromMs: 0, toMs: 500 }] }] };
    const aside = storyOf(held, { roster: asleep });
    expect(stands(aside)).toBe("aside until 500: nobody-at-work");
    expect(stands(aside.on(500, woken))).toBe("open to all until claimed");
  });

  it("gives a lead to nobody who gave it up", () => {
    const again = storyOf(pooling()).on(5, claim("ann")).on(9, returned);
    expect([stands(again), again.decision]).toMatchObject([
      "open to all until claimed",
      { sinceMs: 9, candidates: 2 },
    ]);
    expect(rule(again.on(9, claim("ann")))).toBe("gave-up");
    expect(rule(again.on(8, claim("bob")))).toBe("claim-not-begun");
    expect(stands(again.on(9, claim("bob")))).toBe("bob has it");
    expect(stands(again.on(9, moved("ann")))).toBe("ann has it");
  });

  it("lets a rep of weight 0 take what it may have, at no price", () => {
    const taken = storyOf(pooling(), { roster: { reps: [{ id: "ann" }, { id: "bob", weight: 0 }] } }).on(
      1,
      claim("bob"),
    );
    expect(taken.decision).toMatchObject({ repId: "bob", price: 0 });
  });

  it("is not opened to segments", () => {
    expect(rule(storyOf(pooling()).on(1, opened("seniors")))).toBe("no-segments");
  });
});

describe("a lead that lies in the pool for long", () => {
  it("is given to the first of the order, in a turn that is booked", () => {
    const lies = storyOf(pooling({ pushAfterMs: 100 }));
    expect([stands(lies), effectsIn(lies)]).toStrictEqual(["open to all until 100", ["wake 100"]]);
    expect(stands(lies.on(99, claim("bob")))).toBe("bob has it");
    expect(rule(lies.on(99, woken))).toBe("not-due");
    const pushed = lies.on(100, woken);
    expect([stands(pushed), effectsIn(pushed)]).toStrictEqual(["ann has it", ["assigned ann"]]);
    expect(owedIn(3, pushed)).toStrictEqual([-2, 1, 1]);
    expect(rule(lies.on(100, claim("bob")))).toBe("claim-over");
  });

  it("is given to a person, put aside or nobody's where nobody may have it then", () => {
    const over = (whenNobody?: PoolOptions["whenNobody"]) =>
      storyOf(pooling({ pushAfterMs: 100, ...(whenNobody && { whenNobody }) }, [capacity()]), {
        roster: { reps: [{ id: "ann", capacity: 0 }] },
      }).on(100, woken);
    expect(stands(over())).toBe("nobody: nobody-claimed");
    expect(effectsIn(over())).toStrictEqual(["escalate nobody-claimed"]);
    expect(stands(over({ parkForMs: 5 }))).toBe("aside until 105: nobody-claimed");
    expect(stands(over({ parkForMs: 5 }).on(105, woken))).toBe("open to all until 205");
    expect(stands(over({ assignTo: ["ann"] }))).toBe("nobody: nobody-claimed");
    const named = over({ assignTo: ["ann", "zoe"] });
    expect(stands(named)).toBe("nobody: nobody-claimed");
  });

  it("goes on aging when more becomes known of it, and is given away at once where its time is over", () => {
    const lies = storyOf(pooling({ pushAfterMs: 100, lookAgainUntil: "assigned" }));
    expect(stands(lies.on(40, updated))).toBe("open to all until 100");
    expect(stands(lies.on(100, updated))).toBe("ann has it");
    expect(rule(storyOf(pooling({ pushAfterMs: 100 })).on(40, updated))).toBe("settled");
  });

  it("comes in anew when it is returned", () => {
    const again = storyOf(pooling({ pushAfterMs: 100 }))
      .on(50, claim("ann"))
      .on(70, returned);
    expect(stands(again)).toBe("open to all until 170");
  });

  it("stays, where the strategy does not push any more by then", () => {
    const { decision, state } = storyOf(pooling({ pushAfterMs: 100 }));
    const event = { id: "e1", atMs: 100, type: "woken" } as const;
    const answer = pooling().respond({ id: "l1", receivedAtMs: 0 }, decision, event, rosterOf("ann"), state);
    expect(stands(unwrap(answer))).toBe("open to all until claimed");
  });
});
