import { describe, expect, it } from "vitest";
import {
  available,
  compose,
  drain,
  type Filter,
  type ManualOptions,
  manual,
  type Roster,
  rotation,
  type Strategy,
  unwrap,
  where,
} from "../../../src/index.js";
import { three } from "../../support/dealt.js";
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

const byHand = (options: Partial<ManualOptions> = {}, filters: readonly Filter[] = []): Strategy =>
  compose({ ledger: "desk", filters, selector: rotation(), delivery: manual({ decideMs: 100, ...options }) });

const rule = (story: { readonly refusal?: { readonly rule: string } }) => story.refusal?.rule;

const away: Roster = { reps: [{ id: "ann", presence: "away" }, { id: "bob" }] };

describe("a lead that somebody deals", () => {
  it("waits, with the best of the order suggested", () => {
    const waits = storyOf(byHand({ mostSuggested: 2 }));
    expect([stands(waits), effectsIn(waits)]).toStrictEqual([
      "aside until 100: awaits-manager",
      ["wake 100"],
    ]);
    expect(waits.decision).toMatchObject({ suggested: ["ann", "bob"], candidates: 3 });
    expect(storyOf(byHand(), { roster: rosterOf("a", "b", "c", "d") }).decision).toMatchObject({
      suggested: ["a", "b", "c"],
    });
  });

  it("is booked when the first suggestion is approved, and not when it is overridden", () => {
    const waits = storyOf(byHand());
    const approved = waits.on(5, moved("ann"));
    expect(approved.decision).toMatchObject({ repId: "ann", byHand: "approved", status: "assigned" });
    expect(owedIn(3, approved)).toStrictEqual([-2, 1, 1]);
    const overridden = waits.on(5, moved("bob"));
    expect(overridden.decision).toMatchObject({ repId: "bob", byHand: "overridden", price: 0, share: 0 });
    expect(overridden.state.ledgers).toStrictEqual([]);
  });

  it("is booked the other way round where that is asked for", () => {
    const waits = storyOf(byHand({ policy: { approved: "ignored", overridden: "counts" } }));
    expect(waits.on(5, moved("ann")).state.ledgers).toStrictEqual([]);
    expect(owedIn(3, waits.on(5, moved("cyd")))).toStrictEqual([1, 1, -2]);
    expect(waits.on(5, moved("cyd")).decision).toMatchObject({ byHand: "overridden", share: 1 / 3 });
  });

  it("goes to nobody whom a filter leaves out", () => {
    const waits = storyOf(byHand({}, [available()]), { roster: away });
    expect(waits.decision).toMatchObject({ suggested: ["bob"] });
    expect(rule(waits.on(5, moved("ann")))).toBe("available");
    expect(rule(waits.on(5, moved("zoe")))).toBe("roster");
  });

  it("keeps nothing of who was suggested once it has a holder, and then is moved as any", () => {
    const twice = storyOf(byHand()).on(5, moved("ann")).on(6, moved("bob"));
    expect(twice.decision).not.toHaveProperty("byHand");
    expect(owedIn(3, twice)).toStrictEqual([1, 1, 1]);
  });

  it("waits anew when it is returned, without who gave it up", () => {
    const again = storyOf(byHand()).on(5, moved("ann")).on(20, returned);
    expect([stands(again), again.decision]).toMatchObject([
      "aside until 120: awaits-manager",
      { suggested: ["bob", "cyd"] },
    ]);
  });

  it("waits also where nobody may have it now, unless a filter has it wait", () => {
    const nobody: Roster = { reps: [{ id: "ann", presence: "away" }] };
    const waits = storyOf(byHand({}, [available()]), { roster: nobody });
    expect([stands(waits), waits.decision]).toMatchObject([
      "aside until 100: awaits-manager",
      { suggested: [] },
    ]);
    const held = byHand({}, [available({ whenNobodyAtWork: "park" })]);
    const asleep: Roster = { reps: [{ id: "ann", timeOff: [{ fromMs: 0, toMs: 500 }] }] };
    expect(stands(storyOf(held, { roster: asleep }))).toBe("aside until 500: nobody-at-work");
  });

  it("has new suggestions when more becomes known of it, and no more time", () => {
    const waits = storyOf(byHand()).on(40, updated, { roster: rosterOf("bob", "cyd") });
    expect([stands(waits), waits.decision]).toMatchObject([
      "aside until 100: awaits-manager",
      { suggested: ["bob", "cyd"] },
    ]);
  });

  it("is not woken early, such as when somebody comes in", () => {
    const { decision, state } = storyOf(byHand());
    const waiting = [{ lead: { id: "l1", receivedAtMs: 0 }, decision }];
    const drained = unwrap(drain(byHand(), waiting, three, state, { nowMs: 50, first: "oldest" }));
    expect(drained.outcomes[0]?.outcome.decision).toBe(decision);
    expect(drained.outcomes[0]?.outcome.refusal?.rule).toBe("not-due");
  });
});

describe("a lead that nobody deals in time", () => {
  it("is given to the first of the order then", () => {
    const waits = storyOf(byHand({}, [available()]));
    const pushed = waits.on(100, woken, { roster: away });
    expect(stands(pushed)).toBe("bob has it");
    expect(pushed.decision).not.toHaveProperty("byHand");
    expect(pushed.decision).toMatchObject({ share: 1 });
    expect(rule(waits.on(99, woken))).toBe("not-due");
    expect(stands(waits.on(100, woken, { roster: { reps: [] } }))).toBe("nobody: empty-roster");
  });

  it("goes wherever else is asked for", () => {
    const over = (whenUndecided: NonNullable<ManualOptions["whenUndecided"]>) =>
      storyOf(byHand({ whenUndecided })).on(100, woken);
    expect(stands(over("unassigned"))).toBe("nobody: nobody-decided");
    expect(stands(over({ assignTo: ["cyd"] }))).toBe("cyd has it");
    expect(stands(over({ parkForMs: 7 }))).toBe("aside until 107: nobody-decided");
    expect(stands(over({ parkForMs: 7 }).on(107, woken))).toBe("aside until 207: awaits-manager");
  });
});

describe("a lead that is opened to a segment", () => {
  const seniors = where("senior", 1, ({ rep }) => rep.tier === 1);
  const options: Partial<ManualOptions> = { segments: { seniors: [seniors] }, openMs: 30, first: 1 };
  const roster: Roster = { reps: [{ id: "ann" }, { id: "bob", tier: 1 }, { id: "cyd", tier: 1 }] };

  it("is raced for by its first, in a turn that is booked, and then waits to be dealt again", () => {
    const open = storyOf(byHand({ ...options, mode: "blind", shows: ["region"] }), { roster }).on(
      5,
      opened("seniors"),
    );
    expect(stands(open)).toBe("open to bob until 35");
    expect(open.decision).toMatchObject({ segment: "seniors", mode: "blind", shows: ["region"] });
    expect(rule(open.on(6, claim("cyd")))).toBe("not-told");
    expect(owedIn(2, open.on(6, claim("bob")))).toStrictEqual([0, -1, 1]);
    expect(stands(open.on(35, woken))).toBe("aside until 135: awaits-manager");
    expect(rule(open.on(34, woken))).toBe("not-due");
    expect(open.on(6, moved("ann")).decision).not.toHaveProperty("byHand");
  });

  it("may be opened again, to more, while it is open", () => {
    const more = byHand({ ...options, segments: { seniors: [seniors], all: [] }, first: 9 });
    const open = storyOf(more, { roster }).on(5, opened("seniors")).on(9, opened("all"));
    expect([stands(open), effectsIn(open)]).toStrictEqual([
      "open to ann, bob, cyd until 39",
      ["claimable ann", "wake 39"],
    ]);
  });
});
