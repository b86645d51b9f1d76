import { describe, expect, it } from "vitest";
import { available, type CascadeOptions, capacity, cascade, type Filter, where } from "../../../src/index.js";
import { offering, rosterOf, storyOf } from "../../support/story.js";

const nobody = where("nobody", 1, () => false);

/** What is said of an option, whatever its type. */
const said = (options: object): string => {
  try {
    cascade({ answerMs: 10, ...options } as CascadeOptions);
  } catch (error) {
    return error instanceof RangeError ? error.message : `not a RangeError: ${String(error)}`;
  }
  return "accepted";
};

const noWholeNumbers = [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "10", null, {}];

describe("cascade refuses at once", () => {
  it.each(["answerMs", "atOnce", "mostOffers", "passes"])("a %s that is no whole number above 0", (name) => {
    for (const value of noWholeNumbers) {
      if (value === null && name !== "answerMs") continue;
      expect(said({ [name]: value })).toBe(`cascade: ${name} must be a whole number above 0`);
    }
  });

  it("to be made without a time to answer", () => {
    expect(said({ answerMs: undefined })).toBe("cascade: answerMs must be a whole number above 0");
  });

  it.each([
    ["order", '"fresh", "fixed"'],
    ["ringClock", '"ring", "arrival"'],
    ["lookAgainUntil", '"offered", "assigned", "worked"'],
  ])("another %s than those it knows", (name, known) => {
    for (const value of ["", "never", "constructor", 7, true, {}])
      expect(said({ [name]: value })).toBe(`cascade: ${name} must be one of ${known}`);
  });

  it("a reverse that is neither true nor false", () => {
    for (const reverse of ["yes", 1, {}])
      expect(said({ reverse })).toBe("cascade: reverse must be true or false");
  });

  it("an impossible number of refunds", () => {
    for (const refundsPerRep of [-1, 0.5, Number.NaN, "3"])
      expect(said({ refundsPerRep })).toBe("cascade: refundsPerRep must be a whole number, not negative");
  });

  it("an end that it does not know", () => {
    for (const whenNobody of ["", "park", 7, true])
      expect(said({ whenNobody })).toBe(
        'cascade: whenNobody must be "unassigned", { parkForMs }, { assignTo } or { silentMayClaimForMs }',
      );
    for (const parkForMs of noWholeNumbers)
      expect(said({ whenNobody: { parkForMs } })).toBe("cascade: parkForMs must be a whole number above 0");
    for (const assignTo of [[], "ann", [7], undefined, [undefined]])
      expect(said({ whenNobody: { assignTo } })).toBe("cascade: assignTo must name at least one rep");
  });

  it("a race of the silent that lasts no time, stands beside another end, or is followed by none", () => {
    for (const silentMayClaimForMs of noWholeNumbers)
      expect(said({ whenNobody: { silentMayClaimForMs } })).toBe(
        "cascade: silentMayClaimForMs must be a whole number above 0",
      );
    expect(said({ whenNobody: { silentMayClaimForMs: 5, parkForMs: 5 } })).toBe(
      "cascade: whenNobody must name one end, not two",
    );
    expect(said({ whenNobody: { silentMayClaimForMs: 5, assignTo: ["ann"] } })).toBe(
      "cascade: whenNobody must name one end, not two",
    );
    expect(said({ whenNobody: { silentMayClaimForMs: 5, whenUnclaimed: "park" } })).toBe(
      'cascade: whenUnclaimed must be "unassigned", { parkForMs } or { assignTo }',
    );
    expect(said({ whenNobody: { silentMayClaimForMs: 5, whenUnclaimed: { assignTo: [] } } })).toBe(
      "cascade: assignTo must name at least one rep",
    );
  });

  it("rings that are none", () => {
    for (const rings of [[], "rings", {}])
      expect(said({ rings })).toBe("cascade: rings must be a list with at least one ring");
    for (const filters of [
      [available],
      [undefined],
      [{ name: "no test" }],
      available(),
      "region",
      [{ test: () => 1 }],
    ])
      expect(said({ rings: [{}, { filters }] })).toBe(
        "cascade: rings[1] has what is no filter (was it called?)",
      );
    expect(said({ rings: [{ filters: [{ ...nobody, name: "tried" }] }] })).toContain(
      "rings[0] has what is no filter",
    );
    for (const endsAfterMs of noWholeNumbers)
      expect(said({ rings: [{ endsAfterMs }] })).toBe(
        "cascade: endsAfterMs of rings[0] must be a whole number above 0",
      );
  });

  it("rings in which no offer could be answered in time", () => {
    const short = (i: number, ms: number): string =>
      `cascade: rings[${i}] lasts ${ms} ms, and an offer in it takes 10 ms to be answered`;
    expect(said({ rings: [{ endsAfterMs: 10 }] })).toBe("accepted");
    expect(said({ rings: [{ endsAfterMs: 9 }] })).toBe(short(0, 9));
    expect(said({ rings: [{ endsAfterMs: 50 }, { endsAfterMs: 10 }] })).toBe("accepted");
    const arrival = { ringClock: "arrival" };
    expect(said({ ...arrival, rings: [{ endsAfterMs: 50 }, { endsAfterMs: 60 }] })).toBe("accepted");
    expect(said({ ...arrival, rings: [{ endsAfterMs: 50 }, { endsAfterMs: 59 }] })).toBe(short(1, 9));
    expect(said({ ...arrival, rings: [{ endsAfterMs: 50 }, {}, { endsAfterMs: 40 }] })).toBe(short(2, -10));
  });

  it("to put a lead aside after rings that are over for ever", () => {
    const aside = { whenNobody: { parkForMs: 5 }, ringClock: "arrival" };
    expect(said({ ...aside, rings: [{ endsAfterMs: 50 }] })).toContain("would be parked for ever");
    expect(said({ ...aside, rings: [{ endsAfterMs: 50 }, {}] })).toBe("accepted");
    const after = { silentMayClaimForMs: 5, whenUnclaimed: { parkForMs: 5 } };
    expect(said({ ...aside, whenNobody: after, rings: [{ endsAfterMs: 50 }] })).toContain("for ever");
    expect(said({ ...aside, ringClock: "ring", rings: [{ endsAfterMs: 50 }] })).toBe("accepted");
  });
});

describe("cascade", () => {
  it("does by default what its options say that it does", () => {
    const spelled = offering({
      answerMs: 60,
      atOnce: 1,
      order: "fresh",
      passes: 1,
      reverse: false,
      policy: { refused: "counts", timedOut: "counts" },
      whenNobody: "unassigned",
      rings: [{}],
      ringClock: "ring",
      refundsPerRep: 10,
      lookAgainUntil: "offered",
    });
    expect(offering().fingerprint).toBe(spelled.fingerprint);
  });

  it("stands in the fingerprint with each of its options, and with the filters of its rings", () => {
    const ring = (filter: Filter, endsAfterMs?: number) => ({
      rings: [{ filters: [filter], ...(endsAfterMs === undefined ? {} : { endsAfterMs }) }, {}],
    });
    const options: readonly Partial<CascadeOptions>[] = [
      {},
      { answerMs: 61 },
      { atOnce: 2 },
      { mostOffers: 3 },
      { order: "fixed" },
      { passes: 2 },
      { reverse: true },
      { policy: { timedOut: "ignored" } },
      { policy: { refused: "ignored" } },
      { whenNobody: { parkForMs: 60 } },
      { whenNobody: { parkForMs: 61 } },
      { whenNobody: { assignTo: ["ann"] } },
      { whenNobody: { assignTo: ["ann", "bob"] } },
      { whenNobody: { assignTo: ["bob", "ann"] } },
      { whenNobody: { silentMayClaimForMs: 60 } },
      { whenNobody: { silentMayClaimForMs: 61 } },
      { whenNobody: { silentMayClaimForMs: 60, whenUnclaimed: { parkForMs: 60 } } },
      { whenNobody: { silentMayClaimForMs: 60, whenUnclaimed: { assignTo: ["ann"] } } },
      { ringClock: "arrival" },
      { refundsPerRep: 9 },
      { lookAgainUntil: "assigned" },
      { lookAgainUntil: "worked" },
      { rings: [{}, {}] },
      { rings: [{ endsAfterMs: 60 }, {}] },
      ring(available()),
      ring(available(), 60),
      ring(capacity()),
      ring(where("nobody", 1, () => false)),
      ring(where("nobody", 2, () => false)),
    ];
    const prints = options.map((each) => offering(each).fingerprint);
    expect(new Set(prints).size).toBe(options.length);
  });

  it("keeps what it was given, whatever becomes of the lists", () => {
    const assignTo = ["bob"];
    const strategy = offering({ whenNobody: { assignTo } });
    const before = strategy.fingerprint;
    assignTo.push("ann");
    expect(strategy.fingerprint).toBe(before);
  });

  it("takes times as long as any that can be counted, and goes on with them", () => {
    const story = storyOf(offering({ answerMs: Number.MAX_SAFE_INTEGER }), {
      roster: rosterOf("ann"),
      lead: { id: "l1", receivedAtMs: 8.64e15 },
    });
    expect(story.decision.status).toBe("offered");
    expect(story.on(8.64e15, { type: "accepted", repId: "ann" }).decision.status).toBe("assigned");
  });
});
