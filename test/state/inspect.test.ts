import { describe, expect, it } from "vitest";
import { inspect } from "../../src/index.js";
import { dealt } from "../support/dealt.js";

describe("inspect", () => {
  it("shows load and accounts by rep, in leads", () => {
    expect(inspect(dealt(1))).toStrictEqual({
      version: 1,
      reps: [
        { repId: "ann", openLeads: 1, openOffers: 0, owed: [{ ledger: "desk", leads: -2 / 3 }] },
        { repId: "bob", openLeads: 0, openOffers: 0, owed: [{ ledger: "desk", leads: 1 / 3 }] },
        { repId: "cyd", openLeads: 0, openOffers: 0, owed: [{ ledger: "desk", leads: 1 / 3 }] },
      ],
      outside: [{ ledger: "desk", leads: 0 }],
    });
  });
});
