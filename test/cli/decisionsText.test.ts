import { describe, expect, it } from "vitest";
import { decisionsText } from "../../src/cli/decisionsText.js";
import { route } from "../../src/cli/routing/route.js";
import { unwrap } from "../../src/model/unwrap.js";
import { emptyState } from "../../src/state/emptyState.js";

const { routed } = unwrap(
  route(
    [
      { id: 'l"1', receivedAtMs: 1000, region: "US" },
      { id: "l2", receivedAtMs: 2000, region: "JP" },
      { id: "l3", receivedAtMs: 1e17, region: "US" },
    ],
    [
      { id: "ann", regions: ["US"] },
      { id: "bob", weight: 3, regions: ["US"] },
    ],
    emptyState({ seed: "s" }),
  ),
);

describe("decisionsText", () => {
  it("writes the main things as CSV", () => {
    expect(decisionsText("out.csv", routed)).toBe(
      [
        "leadId,status,repId,reason,decidedAt,share,candidates,leftOut",
        '"l""1",assigned,bob,,1970-01-01T00:00:01.000Z,0.75,2,',
        "l2,unassigned,,all-left-out,1970-01-01T00:00:02.000Z,,0,region:2",
        "l3,assigned,ann,,100000000000000000,0.25,2,",
        "",
      ].join("\n"),
    );
  });

  it("writes whole decisions as JSON, fit to be stored", () => {
    expect(JSON.parse(decisionsText("out.JSON", routed))).toStrictEqual(
      routed.map(({ decision }) => decision),
    );
  });
});
