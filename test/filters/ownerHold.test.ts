import { describe, expect, it } from "vitest";
import {
  available,
  cascade,
  compose,
  type Delivery,
  emptyState,
  type Filter,
  firstOf,
  owner,
  type Problems,
  type Rep,
  type Roster,
  rotation,
} from "../../src/index.js";
import {
  effectsIn,
  returned,
  rosterOf,
  type Story,
  stands,
  storyOf,
  updated,
  woken,
} from "../support/story.js";

const lead = { id: "l1", receivedAtMs: 1_000, ownerId: "bob" };

const waiting = (retryMs = 10, mostMs = 100): Filter => owner({ whenAway: { retryMs, mostMs } });

const desk = (filters: readonly Filter[] = [waiting(), available()], delivery?: Delivery) =>
  compose({ ledger: "desk", filters, selector: rotation(), ...(delivery && { delivery }) });

/** Ann is there; bob, who owns the account, is so. */
const bobIs = (bob: Partial<Rep>): Roster => ({ reps: [{ id: "ann" }, { id: "bob", ...bob }] });

const off = (fromMs: number, toMs: number) => ({ fromMs, toMs });

const begun = (bob: Partial<Rep>, filters?: readonly Filter[], nowMs?: number): Story =>
  storyOf(desk(filters), { roster: bobIs(bob), lead, ...(nowMs === undefined ? {} : { nowMs }) });

describe("a lead whose owner is away", () => {
  it("is put aside until the owner's time off is over", () => {
    const story = begun({ timeOff: [off(900, 1_050)] });
    expect(story.decision).toMatchObject({ status: "parked", reason: "owner-away", wakeAtMs: 1_050 });
    expect(effectsIn(story)).toStrictEqual(["wake 1050"]);
    expect(story.state.version).toBe(0);
  });

  it.each([
    ["an end without anybody", cascade({ answerMs: 5 })],
    ["a parking of its own", cascade({ answerMs: 5, whenNobody: { parkForMs: 500 } })],
    ["somebody named", cascade({ answerMs: 5, whenNobody: { assignTo: ["ann"] } })],
  ])("waits for its owner whatever a cascade does in the end: %s", (_, delivery) => {
    const strategy = desk([waiting(), available()], delivery);
    const story = storyOf(strategy, { roster: bobIs({ timeOff: [off(900, 1_050)] }), lead });
    expect(story.decision).toMatchObject({ status: "parked", reason: "owner-away", wakeAtMs: 1_050 });
    const back = story.on(1_050, woken, { roster: bobIs({}) });
    expect(stands(back)).toBe("bob 1050-1055");
  });

  it("is put aside until the last of several times off is over that follow each other without a gap", () => {
    expect(
      stands(begun({ timeOff: [off(900, 1_020), off(990, 1_040), off(1_040, 1_060), off(1_061, 1_080)] })),
    ).toBe("aside until 1060: owner-away");
  });

  it("is put aside until the owner's working hours have begun", () => {
    const schedule = { timeZone: "UTC", hours: [{ days: [4], from: "01:00", to: "02:00" }] };
    const [opensMs, late] = [3_600_000, waiting(10, 9e9)];
    expect(stands(begun({ schedule }, [late, available()]))).toBe(`aside until ${opensMs}: owner-away`);
    const timeOff = [off(0, opensMs + 5)];
    expect(stands(begun({ schedule, timeOff }, [late, available()]))).toBe(
      `aside until ${opensMs + 5}: owner-away`,
    );
    const never = { timeZone: "UTC", hours: [] };
    expect(stands(begun({ schedule: never }, [late, available()]))).toBe("aside until 1010: owner-away");
    const open = { timeZone: "UTC", hours: [{ days: [4], from: "00:00", to: "02:00" }] };
    expect(stands(begun({ schedule: open }, [late, available()]))).toBe("bob has it");
  });

  it("is looked at again after a while where nobody knows when the owner is back", () => {
    for (const bob of [{ presence: "away" }, { presence: "offline" }, { active: false }] as const) {
      expect(stands(begun(bob))).toBe("aside until 1010: owner-away");
      expect(stands(begun({ ...bob, timeOff: [off(900, 1_050)] }))).toBe("aside until 1010: owner-away");
    }
  });

  it("waits no longer than it may, counted from when it came in", () => {
    expect(stands(begun({ timeOff: [off(900, 9_000)] }))).toBe("aside until 1100: owner-away");
    expect(stands(begun({ presence: "away" }, [waiting(500), available()]))).toBe(
      "aside until 1100: owner-away",
    );
    expect(stands(begun({ presence: "away" }, undefined, 1_095))).toBe("aside until 1100: owner-away");
  });

  it("goes to somebody else once it has waited for so long", () => {
    expect(stands(begun({ presence: "away" }, undefined, 1_099))).toBe("aside until 1100: owner-away");
    expect(stands(begun({ presence: "away" }, undefined, 1_100))).toBe("ann has it");
  });

  it("waits no longer, though there is nobody else", () => {
    const roster = { reps: [{ id: "bob", active: false }] };
    expect(stands(storyOf(desk(), { roster, lead, nowMs: 1_099 }))).toBe("aside until 1100: owner-away");
    expect(stands(storyOf(desk(), { roster, lead, nowMs: 1_100 }))).toBe("nobody: all-left-out");
  });

  it("is nobody's where moments are so large that none comes after", () => {
    const filters = [waiting(1, Number.MAX_SAFE_INTEGER), available()];
    const late = { ...lead, receivedAtMs: 1e18 };
    const roster = bobIs({ presence: "away" });
    expect(stands(storyOf(desk(filters), { roster, lead: late }))).toBe("nobody: all-left-out");
  });

  it("is the owner's where the owner is there, and anybody's where the owner is gone or is not named", () => {
    expect(stands(begun({}))).toBe("bob has it");
    expect(stands(storyOf(desk(), { roster: rosterOf("ann"), lead }))).toBe("ann has it");
    expect(stands(storyOf(desk(), { roster: rosterOf("ann"), lead: { id: "l1", receivedAtMs: 0 } }))).toBe(
      "ann has it",
    );
  });

  it("is the owner's at once where nothing asks whether the owner is there", () => {
    expect(stands(begun({ presence: "away" }, [waiting()]))).toBe("bob has it");
  });

  it("is nobody's, and does not wait, where the owner is there and may not have it for another reason", () => {
    const full: Filter = { name: "full", test: () => ({ passes: false, reason: "is full" }) };
    expect(stands(begun({}, [waiting(), available(), full]))).toBe("nobody: all-left-out");
    expect(stands(begun({ weight: 0 }))).toBe("nobody: none-takes-a-turn");
  });

  it("is nobody's, and does not wait, where the owner is gone and the others are excluded", () => {
    const strict = owner({ whenGone: "exclude", whenAway: { retryMs: 10, mostMs: 100 } });
    const story = storyOf(desk([strict, available()]), { roster: rosterOf("ann"), lead });
    expect(stands(story)).toBe("nobody: all-left-out");
  });
});

describe("a lead that waits for its owner", () => {
  const aside = () => begun({ timeOff: [off(900, 1_050)] });

  it("is not woken before the moment that was told", () => {
    expect(aside().on(1_049, woken).refusal?.rule).toBe("not-due");
  });

  it("is the owner's when the owner is back", () => {
    const back = aside().on(1_050, woken);
    expect(stands(back)).toBe("bob has it");
    expect(effectsIn(back)).toStrictEqual(["assigned bob"]);
  });

  it("waits on where the owner is still away", () => {
    const still = aside().on(1_050, woken, { roster: bobIs({ presence: "away" }) });
    expect(stands(still)).toBe("aside until 1060: owner-away");
    expect([effectsIn(still), still.decision.revision]).toStrictEqual([["wake 1060"], 1]);
    const later = still.on(1_060, woken).on(1_070, woken).on(1_080, woken).on(1_090, woken);
    expect(stands(later)).toBe("aside until 1100: owner-away");
    expect(stands(later.on(1_100, woken))).toBe("ann has it");
  });

  it("goes to the others however late it is woken, or when the owner has left", () => {
    expect(stands(aside().on(99_999, woken, { roster: bobIs({ presence: "away" }) }))).toBe("ann has it");
    expect(stands(aside().on(1_050, woken, { roster: rosterOf("ann") }))).toBe("ann has it");
  });

  it("is looked at before its time when more becomes known of it", () => {
    const other = aside().on(1_001, updated, { lead: { ...lead, ownerId: "ann" } });
    expect(stands(other)).toBe("ann has it");
    expect(stands(aside().on(1_001, updated))).toBe("aside until 1050: owner-away");
  });

  it("may be closed, or given to the owner or to nobody else by hand", () => {
    expect(stands(aside().on(1_001, { type: "closed", result: "lost" }))).toBe("closed");
    expect(aside().on(1_001, { type: "reassigned", to: "ann" }).refusal?.rule).toBe("owner");
    expect(aside().on(1_001, { type: "reassigned", to: "bob" }).refusal?.rule).toBe("available");
  });

  it("is put aside as well when it comes back to nobody", () => {
    const held = begun({}).on(1_010, { type: "worked" });
    expect(stands(held.on(1_020, returned))).toBe("nobody: nobody-else");
  });

  it("is offered to its owner when the owner is back, under offers in turn", () => {
    const strategy = desk(undefined, cascade({ answerMs: 60 }));
    const story = storyOf(strategy, { roster: bobIs({ timeOff: [off(900, 1_050)] }), lead });
    expect(stands(story)).toBe("aside until 1050: owner-away");
    expect(stands(story.on(1_050, woken))).toBe("bob 1050-1110");
    expect(stands(story.on(1_050, woken).on(1_060, { type: "declined", repId: "bob" }))).toBe(
      "nobody: nobody-accepted",
    );
  });

  it("stays with its alternative: one that waits is found", () => {
    const strategy = firstOf([
      { name: "owners", strategy: desk() },
      { name: "rest", strategy: compose({ ledger: "rest", filters: [], selector: rotation() }) },
    ]);
    const story = storyOf(strategy, { roster: bobIs({ timeOff: [off(900, 1_050)] }), lead });
    expect([stands(story), story.decision.path]).toStrictEqual(["aside until 1050: owner-away", ["owners"]]);
    const back = story.on(1_050, woken);
    expect([stands(back), back.decision.path]).toStrictEqual(["bob has it", ["owners"]]);
    const excluding = firstOf([
      { name: "owners", strategy: desk([owner({ whenAway: "exclude" }), available()]) },
      { name: "rest", strategy: compose({ ledger: "rest", filters: [], selector: rotation() }) },
    ]);
    expect(storyOf(excluding, { roster: bobIs({ active: false }), lead }).decision.path).toStrictEqual([
      "rest",
    ]);
  });
});

describe("of several filters that have a lead wait", () => {
  const holding = (name: string, wakeAtMs: number | undefined): Filter => ({
    name,
    test: () => ({ passes: false, reason: "may not" }),
    hold: () => (wakeAtMs === undefined ? undefined : { reason: name, wakeAtMs }),
  });

  const heldBy = (...filters: readonly Filter[]): string =>
    stands(storyOf(desk(filters), { roster: rosterOf("ann"), lead }));

  it("the earliest moment counts, and of two at one moment the one written first", () => {
    expect(heldBy(holding("late", 1_020), holding("early", 1_010))).toBe("aside until 1010: early");
    expect(heldBy(holding("a", 1_010), holding("b", 1_010))).toBe("aside until 1010: a");
    expect(heldBy(holding("none", undefined), holding("b", 1_010))).toBe("aside until 1010: b");
    expect(heldBy(holding("none", undefined))).toBe("nobody: all-left-out");
  });

  it("none is asked while somebody is found", () => {
    let asked = 0;
    const counting: Filter = {
      name: "counting",
      test: () => ({ passes: true, rank: 0 }),
      hold: () => {
        asked += 1;
        return undefined;
      },
    };
    expect(heldBy(counting)).toBe("ann has it");
    expect(asked).toBe(0);
  });
});

describe("a stranger's hold", () => {
  const problemsWith = (hold: unknown): Problems => {
    const filter = { name: "mine", test: () => ({ passes: false, reason: "no" }), hold } as Filter;
    const result = desk([available(), filter])(lead, rosterOf("ann"), emptyState({ seed: "s" }));
    if (result._tag === "Right") throw new Error("was answered");
    return result.left;
  };

  it("is named when it throws", () => {
    const [problem] = problemsWith(() => {
      throw new Error("out of order");
    });
    expect(problem).toStrictEqual({
      path: ["strategy", "filters", 1, "mine", "hold"],
      message: "Error: out of order",
    });
  });

  it.each([
    ["null", null],
    ["text", "later"],
    ["no reason", { wakeAtMs: 2_000 }],
    ["no moment", { reason: "later" }],
    ["a moment that is none", { reason: "later", wakeAtMs: Number.NaN }],
    ["a moment without an end", { reason: "later", wakeAtMs: Number.POSITIVE_INFINITY }],
    ["the moment of the question", { reason: "later", wakeAtMs: 1_000 }],
    ["a moment that is over", { reason: "later", wakeAtMs: 999 }],
    ["a reason that is no text", { reason: 7, wakeAtMs: 2_000 }],
  ])("is named when it gives %s", (_, given) => {
    const [problem] = problemsWith(() => given);
    expect(problem?.path).toStrictEqual(["strategy", "filters", 1, "mine", "hold"]);
    expect(problem?.message).toBe("gave no reason with a moment after the question's");
  });
});

describe("the times that a lead waits", () => {
  it("are whole numbers above 0", () => {
    for (const bad of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "10" as never])
      for (const whenAway of [
        { retryMs: bad, mostMs: 10 },
        { retryMs: 10, mostMs: bad },
      ])
        expect(() => owner({ whenAway })).toThrow(
          new RangeError("owner: retryMs and mostMs must be whole numbers above 0"),
        );
    expect(() => owner({ whenAway: {} as never })).toThrow(RangeError);
    expect(() => owner({ whenAway: null as never })).toThrow(RangeError);
  });

  it("stand in the fingerprint", () => {
    const prints = [waiting(), waiting(11), waiting(10, 101), owner()].map(
      (each) => desk([each]).fingerprint,
    );
    expect(new Set(prints).size).toBe(4);
    expect(desk([waiting()]).fingerprint).toBe(desk([waiting()]).fingerprint);
  });
});
