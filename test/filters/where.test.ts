import { describe, expect, it } from "vitest";
import { compose, emptyState, rotation, where } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";

const strategyOf = (condition: Parameters<typeof where>[2]) =>
  compose({ ledger: "desk", filters: [where("mine", 1, condition)], selector: rotation() });

const decide = (condition: Parameters<typeof where>[2]) =>
  strategyOf(condition)({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }] }, emptyState({ seed: "s" }));

describe("where", () => {
  it("keeps whom the condition keeps", () => {
    const sameTeam = where("sameTeam", 1, ({ lead, rep }) => rep.teams?.includes(lead.team ?? "") ?? false);
    expect(passes(sameTeam, { team: "north" }, { teams: ["north"] })).toBe(true);
    expect(passes(sameTeam, { team: "north" }, {})).toBe(false);
  });

  it("says which condition was not met", () => {
    expect(
      ask(
        where("sameTeam", 1, () => false),
        {},
        {},
      ),
    ).toStrictEqual({
      passes: false,
      reason: "does not meet the condition sameTeam",
    });
  });

  it("says why in words of the caller's, which are no part of the fingerprint", () => {
    const says = "is not senior enough for large deals";
    const senior = where("senior", 1, () => false, { says });
    expect(ask(senior, {}, {}).reason).toBe(says);
    for (const options of [{}, { says: undefined }])
      expect(
        ask(
          where("senior", 1, () => false, options),
          {},
          {},
        ).reason,
      ).toBe("does not meet the condition senior");
    const fingerprints = [senior, where("senior", 1, () => false)].map(
      (filter) => compose({ ledger: "desk", filters: [filter], selector: rotation() }).fingerprint,
    );
    expect(fingerprints[0]).toBe(fingerprints[1]);
  });

  it("names itself, and the rep, when the condition throws", () => {
    expect(
      decide(() => {
        throw new Error("no such field");
      }),
    ).toMatchObject({
      _tag: "Left",
      left: [{ path: ["strategy", "filters", 0, "mine"], message: 'Error: no such field (about rep "ann")' }],
    });
  });

  it("refuses a condition that answers a promise, which would always count as true", () => {
    expect(decide((async () => false) as unknown as () => boolean)._tag).toBe("Left");
  });

  it("stands in the fingerprint by its name and version, not by its text", () => {
    const fingerprint = (name: string, version: string | number, condition = () => true) =>
      compose({ ledger: "desk", filters: [where(name, version, condition)], selector: rotation() })
        .fingerprint;
    expect(fingerprint("mine", 1)).toBe(fingerprint("mine", 1, () => false));
    expect(
      new Set([
        fingerprint("mine", 1),
        fingerprint("mine", 2),
        fingerprint("mine", "1"),
        fingerprint("its", 1),
      ]).size,
    ).toBe(4);
  });

  it("refuses what cannot be a condition", () => {
    expect(() => where("", 1, () => true)).toThrow(RangeError);
    expect(() => where("mine", Number.NaN, () => true)).toThrow(RangeError);
    for (const says of ["", " ", 7 as unknown as string])
      expect(() => where("mine", 1, () => true, { says })).toThrow(RangeError);
    expect(() => where("mine", 1, true as unknown as () => boolean)).toThrow(RangeError);
  });
});
