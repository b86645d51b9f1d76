import { describe, expect, it } from "vitest";
import { decisionsText } from "../../src/cli/decisionsText.js";
import { route } from "../../src/cli/routing/route.js";
import { unwrap } from "../../src/model/unwrap.js";
import { emptyState } from "../../src/state/emptyState.js";

const run = unwrap(
  route(
    [
      { id: 'l"1', receivedAtMs: 1000, region: "US" },
      { id: "l2", receivedAtMs: 2000, region: "JP" },
      { id: "l3", receivedAtMs: 1e17, region: "US" },
    ],
    {
      reps: [
        { id: "ann", name: "Ann", regions: ["US"] },
        { id: "bob", weight: 3, regions: ["US"] },
      ],
    },
    emptyState({ seed: "s" }),
  ),
);

describe("decisionsText", () => {
  it("writes the main things as CSV", () => {
    expect(decisionsText("out.csv", run)).toBe(
      [
        "leadId,status,repId,repName,reason,decidedAt,share,candidates,leftOut",
        '"l""1",assigned,bob,,,1970-01-01T00:00:01.000Z,0.75,2,',
        "l2,unassigned,,,all-left-out,1970-01-01T00:00:02.000Z,,0,region:2",
        "l3,assigned,ann,Ann,,100000000000000000,0.25,2,",
        "",
      ].join("\n"),
    );
  });

  it("writes no cell that a spreadsheet would run as a formula", () => {
    const formulas = unwrap(
      route(
        [{ id: "=1+1", receivedAtMs: 0 }],
        { reps: [{ id: "@a", name: "+b" }] },
        emptyState({ seed: "s" }),
      ),
    );
    expect(decisionsText("out.csv", formulas)).toContain("\n'=1+1,assigned,'@a,'+b,,");
    expect(decisionsText("out.json", formulas)).toContain('"leadId": "=1+1"');
  });

  it("writes whole decisions as JSON, fit to be stored", () => {
    expect(JSON.parse(decisionsText("out.JSON", run))).toStrictEqual(
      run.routed.map(({ decision }) => decision),
    );
  });
});
