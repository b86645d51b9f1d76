import { describe, expect, it } from "vitest";
import { reconcile, unwrap } from "../../src/index.js";
import { dealt, inLeads } from "../support/dealt.js";

describe("reconcile", () => {
  it("sets load right and leaves the rest as it was", () => {
    const state = unwrap(
      reconcile(dealt(3), [
        { repId: "bob", openLeads: 9 },
        { repId: "dee", openOffers: 2 },
      ]),
    );
    expect(state.openLeads).toStrictEqual([1, 9, 1, 0]);
    expect(state.openOffers).toStrictEqual([0, 0, 0, 2]);
    expect(inLeads(state)).toStrictEqual([0, 0, 0, 0]);
  });

  it("takes each lead and offer to weigh 1 unless it says otherwise, and leaves effort alone with neither", () => {
    const state = unwrap(
      reconcile(dealt(3), [
        { repId: "ann", openLeads: 4 },
        { repId: "bob", openLeads: 2, openEffort: 7, openOffers: 1 },
        { repId: "cyd", openOffers: 3, offeredEffort: 0 },
      ]),
    );
    expect([state.openEffort, state.offeredEffort]).toStrictEqual([
      [4, 7, 1],
      [0, 1, 0],
    ]);
    const lighter = unwrap(reconcile(state, [{ repId: "bob", openEffort: 5 }]));
    expect([lighter.openLeads, lighter.openEffort]).toStrictEqual([
      [4, 2, 1],
      [4, 5, 1],
    ]);
    expect(lighter.version).toBe(state.version + 1);
  });

  it("lets the later of two entries hold, and changes nothing without any", () => {
    const twice = [1, 2].map((openLeads) => ({ repId: "ann", openLeads }));
    expect(unwrap(reconcile(dealt(0), twice)).openLeads).toStrictEqual([2]);
    const state = dealt(1);
    expect(unwrap(reconcile(state, []))).toBe(state);
  });

  it("refuses what is no count", () => {
    expect(reconcile(dealt(1), [{ repId: "ann", openLeads: -1 }])).toMatchObject({
      left: [{ path: ["loads", 0, "openLeads"] }],
    });
    expect(reconcile(dealt(1), [{ repId: "ann", offeredEffort: 0.5 }])).toMatchObject({
      left: [{ path: ["loads", 0, "offeredEffort"] }],
    });
  });

  it("is the very same state when everything was right already", () => {
    const state = dealt(3);
    expect(unwrap(reconcile(state, [{ repId: "bob", openLeads: 1 }]))).toBe(state);
  });
});
