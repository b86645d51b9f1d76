import { describe, expect, it } from "vitest";
import { inspect } from "../../src/index.js";
import { dealt } from "../support/dealt.js";

describe("inspect", () => {
  const none = { openLeads: 0, openOffers: 0, openEffort: 0, offeredEffort: 0 };

  it("shows load and accounts by rep, in leads", () => {
    expect(inspect(dealt(1))).toStrictEqual({
      version: 1,
      reps: [
        { repId: "ann", ...none, openLeads: 1, openEffort: 1, owed: [{ ledger: "desk", leads: -2 / 3 }] },
        { repId: "bob", ...none, owed: [{ ledger: "desk", leads: 1 / 3 }] },
        { repId: "cyd", ...none, owed: [{ ledger: "desk", leads: 1 / 3 }] },
      ],
      outside: [{ ledger: "desk", leads: 0 }],
      periods: [],
    });
  });
});
