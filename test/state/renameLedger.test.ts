import { describe, expect, it } from "vitest";
import { adoptCounts, renameLedger, type State, unwrap } from "../../src/index.js";
import { dealt } from "../support/dealt.js";

describe("renameLedger", () => {
  it("carries the account over, sorted by name", () => {
    const two = unwrap(
      adoptCounts(dealt(2), { ledger: "web", counts: [{ repId: "ann", leads: 1 }], mostLeads: 1 }),
    );
    const renamed = unwrap(renameLedger(two, "desk", "zoo"));
    expect(renamed.ledgers.map(({ name }) => name)).toStrictEqual(["web", "zoo"]);
    expect(renamed.ledgers[1]?.credits).toStrictEqual(two.ledgers[0]?.credits);
    expect(unwrap(renameLedger(two, "web", "web"))).toBe(two);
  });

  it("never merges two accounts, and knows which are there", () => {
    const two = unwrap(adoptCounts(dealt(2), { ledger: "web", counts: [], mostLeads: 1 }));
    expect(renameLedger(two, "desk", "web")).toMatchObject({ left: [{ path: ["to"] }] });
    expect(renameLedger(two, "disk", "new")).toMatchObject({ left: [{ path: ["from"] }] });
    expect(renameLedger(undefined as unknown as State, "a", "b")._tag).toBe("Left");
  });
});
