import { describe, expect, it } from "vitest";
import { team } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";
import { itComparesValues } from "../support/itComparesValues.js";

describe("team", () => {
  itComparesValues({
    filter: team,
    lead: (value) => ({ team: value }),
    rep: (values) => ({ teams: values }),
    absentPasses: false,
  });

  it("takes any one of the rep's teams, and none of an empty list", () => {
    expect(passes(team(), { team: "b" }, { teams: ["a", "b"] })).toBe(true);
    expect(passes(team(), { team: "b" }, { teams: [] })).toBe(false);
  });

  it("says what was compared", () => {
    const reason = (rep: Parameters<typeof ask>[2]) => ask(team(), { team: "x" }, rep).reason;
    expect(reason({ teams: ["a"] })).toBe("is in the team a; the lead asks for the team x");
    expect(reason({ teams: ["a", " ", "b"] })).toBe("is in the teams a, b; the lead asks for the team x");
    expect(reason({ teams: [] })).toBe("is in no team; the lead asks for the team x");
  });
});
