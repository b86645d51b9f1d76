import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Adjustment,
  adjust,
  CREDITS_PER_LEAD,
  compose,
  emptyState,
  explain,
  explanationFor,
  explanationText,
  forget,
  inspect,
  type Problems,
  readState,
  renameLedger,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";
import * as schema from "../../src/schema/index.js";
import { type Bound, outOfBounds, theoremT } from "../../src/testing/fairness/mirror.js";
import { anId } from "../../src/testing/index.js";
import { throughStore } from "../../src/testing/json.js";
import { deskLedger } from "../support/desk.js";
import { rosterOf } from "../support/story.js";

const U = CREDITS_PER_LEAD;
const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
const empty = emptyState({ seed: "s" });

const given: Adjustment = {
  ledger: "desk",
  repId: "bob",
  leads: 2,
  reason: "covered the fair",
  by: "maria",
  atMs: 7,
};

const linesOf = (result: { readonly _tag: "Left"; readonly left: Problems } | { readonly _tag: "Right" }) =>
  result._tag === "Left" ? result.left.map(({ path, message }) => `${path.join(".")}: ${message}`) : [];

describe("a lead added by hand", () => {
  it("is owed from then on, and comes from outside", () => {
    const state = unwrap(
      adjust(unwrap(strategy({ id: "l1", receivedAtMs: 0 }, rosterOf("ann", "bob"), empty)).state, given),
    );
    expect(deskLedger(state)).toMatchObject({ credits: [-U / 2, U / 2 + 2 * U], outside: -2 * U });
    expect(state.version).toBe(2);
    const takers = [1, 2, 3, 4, 5].reduce<readonly [State, readonly string[]]>(
      ([now, who], n) => {
        const outcome = unwrap(strategy({ id: `m${n}`, receivedAtMs: n }, rosterOf("ann", "bob"), now));
        return [
          outcome.state,
          [...who, outcome.decision.status === "assigned" ? outcome.decision.repId : ""],
        ];
      },
      [state, []],
    )[1];
    expect(takers).toStrictEqual(["bob", "bob", "bob", "ann", "bob"]);
  });

  it("is remembered with its sum and the last reason, one entry for each rep, however often", () => {
    let state = unwrap(adjust(empty, given));
    for (let n = 0; n < 20; n += 1)
      state = unwrap(
        adjust(state, { ledger: "desk", repId: "bob", leads: -0.25, reason: `day ${n}`, atMs: n }),
      );
    state = unwrap(adjust(state, { ...given, repId: "ann", leads: 1 }));
    expect(deskLedger(state).adjusted).toStrictEqual([
      { repId: "ann", credits: U, last: { leads: 1, reason: "covered the fair", by: "maria", atMs: 7 } },
      { repId: "bob", credits: -3 * U, last: { leads: -0.25, reason: "day 19", atMs: 19 } },
    ]);
    expect(inspect(state).reps[1]?.owed).toStrictEqual([
      {
        ledger: "desk",
        leads: -3,
        adjusted: { leads: -3, last: { leads: -0.25, reason: "day 19", atMs: 19 } },
      },
    ]);
    expect(unwrap(readState(throughStore(state)))).toStrictEqual(state);
    expect(unwrap(schema.readState(throughStore(state)))).toStrictEqual(state);
  });

  it("is told beside the place of its rep", () => {
    const state = unwrap(
      adjust(unwrap(adjust(empty, given)), { ...given, repId: "ann", leads: -1, reason: "on trial" }),
    );
    const explanation = unwrap(
      explain(strategy, { id: "l1", receivedAtMs: 9 }, rosterOf("ann", "bob", "cyd"), state),
    );
    expect(explanationText(explanation).split("\n")).toStrictEqual([
      "Lead l1 goes to bob.",
      "1. bob is owed 2.33 leads: 0.33 of this one, 2.00 from before; 2 leads added by hand: covered the fair.",
      "2. cyd is owed 0.33 leads: 0.33 of this one, 0.00 from before.",
      "3. ann is 0.67 leads ahead: 0.33 of this one, -1.00 from before; 1 lead taken off by hand: on trial.",
    ]);
    expect(explanationFor(explanation, "ann")).toContain("1 lead taken off by hand: on trial");
    expect(explanation.candidates[0]?.adjusted).toStrictEqual({
      leads: 2,
      reason: "covered the fair",
      by: "maria",
    });
  });

  it("goes with its ledger to another name, and with its rep when that is forgotten", () => {
    const state = unwrap(adjust(unwrap(adjust(empty, given)), { ...given, repId: "__proto__", leads: 1 }));
    const renamed = unwrap(renameLedger(state, "desk", "web"));
    expect(renamed.ledgers[0]).toStrictEqual({ ...deskLedger(state), name: "web" });
    const without = unwrap(forget(state, ["bob"]));
    expect(deskLedger(without).adjusted?.map(({ repId }) => repId)).toStrictEqual(["__proto__"]);
    expect(Object.keys(deskLedger(unwrap(forget(without, ["__proto__"]))))).not.toContain("adjusted");
    expect(deskLedger(without).outside).toBe(-U);
  });

  it("loosens Theorem T by what was adjusted, and the ledger never leaves zero", () => {
    const ids = ["a", "b", "c", "d"];
    const deed = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          type: fc.constant("deal" as const),
          here: fc.subarray(ids, { minLength: 1 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant("adjust" as const),
          id: fc.constantFrom(...ids),
          leads: fc.constantFrom(-2, -0.3, 0.1, 1, 3),
        }),
      },
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        let state = empty;
        let adjusted = 0;
        const bound: Bound = (k, n) => theoremT(k, n) + 2 * adjusted;
        for (const [n, each] of deeds.entries()) {
          if (each.type === "deal")
            state = unwrap(strategy({ id: `l${n}`, receivedAtMs: n }, rosterOf(...each.here), state)).state;
          else {
            state = unwrap(
              adjust(state, { ledger: "desk", repId: each.id, leads: each.leads, reason: "r", atMs: n }),
            );
            adjusted += Math.ceil(Math.abs(each.leads) * U);
          }
          const { credits, outside } = deskLedger(state);
          expect(credits.reduce((sum, credit) => sum + credit, outside)).toBe(0);
          expect(
            outOfBounds(
              [...credits].sort((x, y) => y - x),
              bound,
            ),
          ).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it("may be of any rep, on any ledger, and is whole credits", () => {
    fc.assert(
      fc.property(
        anId(),
        anId(),
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        (repId, ledger, leads) => {
          fc.pre(leads !== 0);
          const state = unwrap(adjust(empty, { ledger, repId, leads, reason: "r", atMs: 0 }));
          expect(unwrap(readState(throughStore(state)))).toStrictEqual(state);
          expect(inspect(state).reps.map((rep) => rep.repId)).toStrictEqual([repId]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("that means nothing is refused by its path", () => {
    const bad = (change: object) => linesOf(adjust(empty, { ...given, ...change }));
    for (const leads of [0, -0, 1001, -1001]) expect(bad({ leads })).toHaveLength(1);
    expect(bad({ leads: 0 })).toStrictEqual(["adjustment.leads: must be from -1000 to 1000, and not 0"]);
    expect(bad({ leads: Number.NaN })).toStrictEqual(["adjustment.leads: must be a finite number, not -0"]);
    expect(bad({ reason: "  " })).toStrictEqual([
      "adjustment.reason: must be given, in at most 500 characters",
    ]);
    expect(bad({ reason: "x".repeat(501) })).toHaveLength(1);
    expect(bad({ reason: undefined, repId: "\0", by: 7, atMs: -1 })).toHaveLength(4);
    expect(linesOf(adjust({} as State, given))).not.toStrictEqual([]);
    expect(linesOf(adjust(empty, undefined as never))).toStrictEqual(["adjustment: is missing"]);
  });

  it("that would be beyond what can be counted exactly is refused", () => {
    let state = empty;
    for (let n = 0; n < 112; n += 1) {
      state = unwrap(adjust(state, { ...given, leads: 1000 }));
      state = unwrap(adjust(state, { ...given, repId: "ann", leads: -1000 }));
    }
    expect(linesOf(adjust(state, { ...given, leads: 1000 }))[0]).toContain("can be counted exactly");
  });
});

describe("a stored state with adjustments", () => {
  const state = unwrap(adjust(unwrap(adjust(empty, given)), { ...given, repId: "ann" }));

  it.each([
    ["that stand out of order", (all: readonly unknown[]) => [...all].reverse(), "repId: must come after"],
    [
      "of somebody unknown",
      ([, bob]: readonly unknown[]) => [{ ...(bob as object), repId: "zoe" }],
      "must be one of the ids",
    ],
    ["that are none", () => [], "left out where nothing is written"],
    ["with a field more", ([ann]: readonly unknown[]) => [{ ...(ann as object), why: 1 }], "known field"],
  ])("%s is refused by both readers", (_, bend, message) => {
    const ledger = deskLedger(state);
    const bent = { ...state, ledgers: [{ ...ledger, adjusted: bend(ledger.adjusted ?? []) }] };
    expect(linesOf(readState(bent)).join()).toContain(message);
    expect(linesOf(schema.readState(bent)).join()).toContain(message);
  });
});
