import { describe, expect, it } from "vitest";
import { channel } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";
import { itComparesValues } from "../support/itComparesValues.js";

describe("channel", () => {
  itComparesValues({
    filter: channel,
    lead: (value) => ({ channel: value }),
    rep: (values) => ({ channels: values }),
    absentPasses: true,
  });

  it("takes any one of the rep's channels, and none of an empty list", () => {
    expect(passes(channel(), { channel: "b" }, { channels: ["a", "b"] })).toBe(true);
    expect(passes(channel(), { channel: "b" }, { channels: [] })).toBe(false);
  });

  it("says what was compared", () => {
    const reason = (rep: Parameters<typeof ask>[2]) => ask(channel(), { channel: "x" }, rep).reason;
    expect(reason({ channels: ["a"] })).toBe("takes the channel a; the lead comes by the channel x");
    expect(reason({ channels: ["a", " ", "b"] })).toBe(
      "takes the channels a, b; the lead comes by the channel x",
    );
    expect(reason({ channels: [] })).toBe("takes no channel; the lead comes by the channel x");
  });
});
