import { describe, expect, it } from "vitest";
import {
  compensation,
  envy,
  fairness,
  fairnessOf,
  firstLead,
  type MeasuredLead,
  measure,
  valueByRep,
} from "../../src/index.js";

describe("a measured lead", () => {
  it("may hold undefined where nothing is known, as rows of a database do: `tsc` runs this test", () => {
    const row: { readonly value: number | undefined; readonly atMs: number | undefined } = {
      value: undefined,
      atMs: undefined,
    };
    const lead: MeasuredLead = { candidates: [{ id: "ann", weight: 1 }], repId: undefined, ...row };
    const given = { ...lead, repId: "ann" };
    const measures = {
      fair: fairness(),
      first: firstLead(),
      money: valueByRep({ rate: undefined }),
      jealous: envy(),
      owed: compensation(),
    };
    const { candidates, repId } = given;
    expect(measure([given], measures)).toStrictEqual(measure([{ candidates, repId }], measures));
    expect(fairnessOf([lead]).unassigned).toBe(1);
  });
});
