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
  });

  it("is the very same state when everything was right already", () => {
    const state = dealt(3);
    expect(unwrap(reconcile(state, [{ repId: "bob", openLeads: 1 }]))).toBe(state);
  });
});
