import { describe, expect, it } from "vitest";
import { type Decision, ownerAmong } from "../../src/index.js";

const base = {
  ledger: "desk",
  path: [],
  revision: 0,
  stateVersion: 0,
  strategy: "",
  eventIds: [],
  leftOut: [],
  candidates: 1,
};

const held = (leadId: string, repId: string, atMs: number): Decision => ({
  ...base,
  leadId,
  atMs,
  status: "assigned",
  repId,
  share: 1,
  price: 0,
  standing: { repId, openLeads: 0, openOffers: 0, credit: 0 },
  sinceMs: atMs,
});

const closed = (
  leadId: string,
  repId: string,
  atMs: number,
  result: "won" | "lost" | "disqualified" | "merged" = "won",
): Decision => ({ ...base, leadId, atMs, status: "closed", repId, result });

const nobodys = (leadId: string): Decision => ({
  ...base,
  leadId,
  atMs: 99,
  status: "unassigned",
  reason: "all-left-out",
});

describe("ownerAmong", () => {
  it("is nobody where nobody held any", () => {
    expect(ownerAmong([])).toBeUndefined();
    expect(ownerAmong([nobodys("l1")])).toBeUndefined();
  });

  it("is whoever holds the open lead that changed last, however late others were closed", () => {
    expect(ownerAmong([held("l1", "ann", 5), held("l2", "bob", 6), closed("l3", "cyd", 9)])).toBe("bob");
  });

  it("is whoever held the last one, where all are closed", () => {
    expect(ownerAmong([closed("l1", "ann", 5), closed("l2", "bob", 6, "lost")])).toBe("bob");
  });

  it("forgets what was closed long ago", () => {
    expect(ownerAmong([closed("l1", "ann", 5)], { closedSinceMs: 6 })).toBeUndefined();
    expect(ownerAmong([closed("l1", "ann", 6)], { closedSinceMs: 6 })).toBe("ann");
    expect(ownerAmong([held("l1", "ann", 5)], { closedSinceMs: 6 })).toBe("ann");
  });

  it("passes over what was no lead", () => {
    const decisions = [
      closed("l1", "ann", 1),
      closed("l2", "bob", 8, "merged"),
      closed("l3", "cyd", 9, "disqualified"),
    ];
    expect(ownerAmong(decisions)).toBe("ann");
  });

  it("does not depend on the order of the decisions, also at one moment", () => {
    const [a, b] = [held("l1", "ann", 5), held("l2", "bob", 5)];
    expect([ownerAmong([a, b]), ownerAmong([b, a])]).toStrictEqual(["ann", "ann"]);
  });
});
