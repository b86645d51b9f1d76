import { describe, expect, it } from "vitest";
import {
  available,
  capacity,
  compose,
  emptyState,
  type FilterQuestion,
  holderOf,
  type LeadEvent,
  type OwnerOptions,
  owner,
  type Rep,
  rotation,
  unwrap,
} from "../../src/index.js";

const start = emptyState({ seed: "s" });
const owned = { id: "l1", receivedAtMs: 0, ownerId: "zoe" };
const zoe: Rep = { id: "zoe", presence: "away", substitutes: ["cyd", "bob"] };
const others: readonly Rep[] = [{ id: "ann" }, { id: "bob" }, { id: "cyd" }];

const desk = (options: OwnerOptions = {}) =>
  compose({
    ledger: "desk",
    filters: [owner({ cover: true, ...options }), available(), capacity()],
    selector: rotation(),
  });

const taker = (options: OwnerOptions, ...reps: readonly Rep[]) =>
  holderOf(unwrap(desk(options)(owned, { reps }, start)).decision);

const away: Partial<Rep> = { presence: "away" };

describe("while an owner is away", () => {
  it("the first of its substitutes who is there takes the lead", () => {
    expect(taker({}, zoe, ...others)).toBe("cyd");
    expect(taker({}, zoe, { id: "ann" }, { id: "bob" }, { id: "cyd", ...away })).toBe("bob");
    expect(taker({}, zoe, { id: "ann" }, { id: "bob" })).toBe("bob");
  });

  it("the next of them does where the first is full, or gave the lead up", () => {
    expect(taker({}, zoe, { id: "ann" }, { id: "bob" }, { id: "cyd", capacity: 0 })).toBe("bob");
    const roster = { reps: [zoe, ...others] };
    const given = unwrap(desk()(owned, roster, start));
    const returned: LeadEvent = { id: "e1", atMs: 1, type: "returned", repId: "cyd" };
    const next = unwrap(desk().respond(owned, given.decision, returned, roster, given.state));
    expect(holderOf(next.decision)).toBe("bob");
  });

  it("the others do where none of them may, if whenAway lets them", () => {
    const nobody = [zoe, { id: "ann" }, { id: "bob", ...away }];
    expect(taker({}, ...nobody)).toBe("ann");
    expect(taker({ whenAway: "exclude" }, ...nobody)).toBeUndefined();
    expect(taker({ whenAway: "exclude" }, zoe, ...others)).toBe("cyd");
  });

  it("the lead waits for the owner where none of them may, if whenAway says so", () => {
    const waiting = desk({ whenAway: { retryMs: 10, mostMs: 50 } });
    const reps = [zoe, { id: "ann" }, { id: "bob", ...away }];
    const { decision } = unwrap(waiting(owned, { reps }, start));
    expect(decision).toMatchObject({ status: "parked", reason: "owner-away", wakeAtMs: 10 });
    expect(holderOf(unwrap(waiting(owned, { reps: [zoe, ...others] }, start)).decision)).toBe("cyd");
    expect(holderOf(unwrap(waiting(owned, { reps }, start, { nowMs: 50 })).decision)).toBe("ann");
  });

  it("substitutes of substitutes are not asked", () => {
    const chained = [
      zoe,
      { id: "ann" },
      { id: "bob", ...away },
      { id: "cyd", ...away, substitutes: ["ann"] },
    ];
    expect(taker({ whenAway: "exclude" }, ...chained)).toBeUndefined();
  });
});

describe("substitutes", () => {
  it("stand in for nobody while the owner is there, or gone, or where it is not asked for", () => {
    expect(taker({}, { ...zoe, presence: "online" }, ...others)).toBe("zoe");
    expect(taker({}, ...others)).toBe("ann");
    const plain = compose({ ledger: "desk", filters: [owner(), available()], selector: rotation() });
    expect(holderOf(unwrap(plain(owned, { reps: [zoe, ...others] }, start)).decision)).toBe("ann");
  });

  it("change nothing where there are none", () => {
    expect(taker({}, { id: "zoe", ...away, substitutes: [] }, ...others)).toBe("ann");
    expect(taker({}, { id: "zoe", ...away }, ...others)).toBe("ann");
    const unavailable = compose({ ledger: "desk", filters: [owner({ cover: true })], selector: rotation() });
    const reps = [{ id: "ann" }, { id: "zoe", ...away, substitutes: [] }];
    expect(holderOf(unwrap(unavailable(owned, { reps }, start)).decision)).toBe("ann");
  });

  it("are named in explanations", () => {
    const { explanation } = unwrap(desk()(owned, { reps: [zoe, ...others] }, start, { explain: true }));
    expect(explanation?.leftOut.map(({ repId, reason }) => [repId, reason])).toStrictEqual([
      ["ann", "does not own the account, nor stand in for its owner; somebody fits better"],
      ["bob", "stands in for the owner, who is not available; somebody fits better"],
      ["zoe", "is away"],
    ]);
  });

  it("may be odd: the owner itself, one twice, one who is not there", () => {
    const odd = { ...zoe, substitutes: ["zoe", "__proto__", "gone", "bob", "bob"] };
    expect(taker({}, odd, ...others)).toBe("bob");
  });

  it("may be many", () => {
    const substitutes = Array.from({ length: 65 }, (_, i) => `rep ${i}`);
    const reps = [...others, { id: "rep 64" }, { ...zoe, substitutes }];
    expect(taker({}, ...reps)).toBe("rep 64");
    expect(owner({ cover: true }).index?.(reps)({ lead: owned, nowMs: 0 })).toBeUndefined();
    const fewer = [...reps.slice(0, -1), { ...zoe, substitutes: substitutes.slice(1) }];
    expect(taker({}, ...fewer)).toBe("rep 64");
    expect(owner({ cover: true }).index?.(fewer)({ lead: owned, nowMs: 0 })).toBeDefined();
  });

  it("must be a list of ids", () => {
    const result = desk()(owned, { reps: [{ ...zoe, substitutes: [5] as never }] }, start);
    expect(result._tag === "Left" && result.left[0]?.path).toStrictEqual([
      "roster",
      "reps",
      0,
      "substitutes",
      0,
    ]);
    expect(() => owner({ cover: 1 as never })).toThrow(new RangeError("owner: cover must be true or false"));
  });
});

describe("the index of owners with substitutes", () => {
  const presences = ["online", "away"] as const;
  const rosters = presences.flatMap((ofZoe) =>
    presences.flatMap((ofBob) =>
      [["bob", "cyd"], ["cyd", "bob", "bob"], ["gone", "bob"], ["zoe"], []].map(
        (substitutes): readonly Rep[] => [
          { id: "ann" },
          { id: "bob", presence: ofBob },
          { id: "cyd" },
          { id: "zoe", presence: ofZoe, substitutes },
        ],
      ),
    ),
  );
  const aways = ["pass", "exclude", { retryMs: 5, mostMs: 50 }] as const;

  it.each(aways)("agrees with what each rep is told, with whenAway %j", (whenAway) => {
    const filter = owner({ cover: true, whenAway });
    for (const reps of rosters) {
      const repOf = (id: string) => reps.find((rep) => rep.id === id);
      const sets = filter.index?.(reps)({ lead: owned, nowMs: 0 }) ?? [];
      for (const [place, rep] of reps.entries()) {
        const question = { lead: owned, rep, nowMs: 0, repOf } as unknown as FilterQuestion;
        const answer = filter.test(question);
        const found = sets.find(({ places }) => (((places[0] as number) >>> place) & 1) === 1);
        expect(answer.passes ? answer.rank : undefined, `${rep.id} of ${JSON.stringify(reps)}`).toBe(
          found?.rank,
        );
      }
    }
  });
});
