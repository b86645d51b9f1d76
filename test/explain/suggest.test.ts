import { describe, expect, it } from "vitest";
import {
  all,
  available,
  compose,
  emptyState,
  manual,
  pool,
  type Roster,
  suggest,
  unwrap,
  weighted,
} from "../../src/index.js";

const roster: Roster = { reps: [{ id: "ann" }, { id: "bob", weight: 3 }, { id: "cyd", presence: "away" }] };
const lead = { id: "l1", receivedAtMs: 0 };
const none = emptyState({ seed: "s" });

const desk = (delivery = manual({ decideMs: 10 }), selector = weighted()) =>
  compose({ ledger: "desk", filters: [available()], selector, delivery });

describe("suggestions", () => {
  it("are the order that the strategy would give the lead by, with where each stands and why", () => {
    const given = unwrap(suggest(desk(), lead, roster, none, { most: 5 }));
    expect(given).toStrictEqual([
      {
        repId: "bob",
        openLeads: 0,
        openOffers: 0,
        credit: 0,
        says: "is owed 0.75 leads: 0.75 of this one, 0.00 from before",
      },
      {
        repId: "ann",
        openLeads: 0,
        openOffers: 0,
        credit: 0,
        says: "is owed 0.25 leads: 0.25 of this one, 0.00 from before",
      },
    ]);
    const { decision } = unwrap(desk()(lead, roster, none));
    expect(decision).toMatchObject({ suggested: given.map(({ repId }) => repId) });
  });

  it("are no more than are asked for, and say little where the selector, or a blind pool, does", () => {
    expect(unwrap(suggest(desk(), lead, roster, none, { most: 1 }))).toHaveLength(1);
    expect(unwrap(suggest(desk(), lead, roster, none, { most: 0 }))).toStrictEqual([]);
    const says = (strategy: ReturnType<typeof desk>) =>
      unwrap(suggest(strategy, lead, roster, none, { most: 2 })).map((each) => each.says);
    expect(says(desk(manual({ decideMs: 10 }), all()))).toStrictEqual(Array(2).fill("counts like everybody"));
    expect(says(desk(pool({ mode: "blind" })))).toStrictEqual(["may have it", "may have it"]);
  });

  it("are made at the moment that is asked about", () => {
    const back: Roster = { reps: [{ id: "ann", timeOff: [{ fromMs: 0, toMs: 50 }] }] };
    expect(unwrap(suggest(desk(), lead, back, none, { most: 5 }))).toStrictEqual([]);
    expect(unwrap(suggest(desk(), lead, back, none, { most: 5, nowMs: 50 }))).toHaveLength(1);
  });

  it("are refused with the place of the fault", () => {
    for (const most of [-1, 0.5, undefined])
      expect(suggest(desk(), lead, roster, none, { most } as never)).toMatchObject({
        left: [{ path: ["options", "most"] }],
      });
    expect(suggest(desk(), {} as never, roster, none, { most: 1 })._tag).toBe("Left");
  });
});
