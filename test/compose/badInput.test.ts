import { describe, expect, it } from "vitest";
import {
  compose,
  type Decision,
  emptyState,
  readState,
  renameLedger,
  rotation,
  type State,
  type Strategy,
  unwrap,
} from "../../src/index.js";

const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });

const lead = { id: "l1", receivedAtMs: 0 };

const roster = { reps: [{ id: "ann" }, { id: "bob" }] };

const state = emptyState({ seed: "s" });

type Input = {
  readonly lead?: unknown;
  readonly roster?: unknown;
  readonly state?: unknown;
  readonly options?: unknown;
};

const pathsOf = (input: Input): readonly string[] => {
  const given = { lead, roster, state, options: {}, ...input };
  const result = strategy(
    ...([given.lead, given.roster, given.state, given.options] as Parameters<Strategy>),
  );
  return result._tag === "Left" ? result.left.map(({ path }) => path.join(".")) : [];
};

const rep = (fault: object): Input => ({ roster: { reps: [{ id: "ann" }, { id: "bob", ...fault }] } });

const ofLead = (fault: object): Input => ({ lead: { ...lead, ...fault } });

describe("bad input is a Left with its path:", () => {
  it.each<[string, Input, string]>([
    ["no lead", { lead: undefined }, "lead"],
    ["a lead that is a list", { lead: [lead] }, "lead"],
    ["no roster", { roster: null }, "roster"],
    ["a list where the roster belongs", { roster: [{ id: "ann" }] }, "roster"],
    ["no reps", { roster: {} }, "roster.reps"],
    ["no state", { state: undefined }, "state"],
    ["options that are none", { options: 5 }, "options"],
    ["a lead without an id", { lead: { receivedAtMs: 0 } }, "lead.id"],
    ["a lead's id that is a number", ofLead({ id: 1 }), "lead.id"],
    ["U+0000 in a lead's id", ofLead({ id: "a\0" }), "lead.id"],
    ["a lone high surrogate", ofLead({ id: "a\ud800" }), "lead.id"],
    ["a lone low surrogate", rep({ id: "\udc00b" }), "roster.reps.1.id"],
    ["surrogates the wrong way round", rep({ id: "\udc00\ud800" }), "roster.reps.1.id"],
    ["an owner that is no id", ofLead({ ownerId: "\0" }), "lead.ownerId"],
    ["a rep twice", rep({ id: "ann" }), "roster.reps.1.id"],
    ["no moment", { lead: { id: "l1" } }, "lead.receivedAtMs"],
    ["a moment that is a date", ofLead({ receivedAtMs: "2026-01-05" }), "lead.receivedAtMs"],
    ["a moment that is infinite", ofLead({ receivedAtMs: Number.POSITIVE_INFINITY }), "lead.receivedAtMs"],
    ["a moment of deciding before 1970", { options: { nowMs: -1 } }, "options.nowMs"],
    ["a time off without an end", rep({ timeOff: [{ fromMs: 1 }] }), "roster.reps.1.timeOff.0.toMs"],
    ["a joining date that is no number", rep({ joinedAtMs: Number.NaN }), "roster.reps.1.joinedAtMs"],
    ["a negative weight", rep({ weight: -1 }), "roster.reps.1.weight"],
    ["a weight above 10,000", rep({ weight: 10_000.001 }), "roster.reps.1.weight"],
    ["a weight finer than a thousandth", rep({ weight: 0.1234 }), "roster.reps.1.weight"],
    ["a weight that is no number", rep({ weight: Number.NaN }), "roster.reps.1.weight"],
    ["a score above 1", ofLead({ score: 1.01 }), "lead.score"],
    ["a score that is no number", ofLead({ score: Number.NaN }), "lead.score"],
    ["a negative value", ofLead({ value: -1 }), "lead.value"],
    ["an effort that is not whole", ofLead({ effort: 0.5 }), "lead.effort"],
    ["an effort above a million", ofLead({ effort: 1_000_001 }), "lead.effort"],
    ["a negative sum of effort", rep({ openEffort: -1 }), "roster.reps.1.openEffort"],
    ["a need that is no level", ofLead({ needs: { crm: null } }), "lead.needs.crm"],
    ["a negative level", rep({ skills: { crm: -1 } }), "roster.reps.1.skills.crm"],
    [
      "a level under an odd name",
      rep({ skills: JSON.parse('{ "__proto__": -1 }') }),
      "roster.reps.1.skills.__proto__",
    ],
    ["a capacity that is infinite", rep({ capacity: Number.POSITIVE_INFINITY }), "roster.reps.1.capacity"],
    ["a negative count of open leads", rep({ openLeads: -1 }), "roster.reps.1.openLeads"],
    ["a text where a list belongs", rep({ languages: "en" }), "roster.reps.1.languages"],
    ["a presence nobody knows", rep({ presence: "asleep" }), "roster.reps.1.presence"],
    ["a format of a later release", { state: { ...state, format: 2 } }, "state.format"],
    [
      "an earlier decision that is none",
      { options: { earlier: { status: "lost" } } },
      "options.earlier.status",
    ],
  ])("%s", (_, input, path) => {
    expect(pathsOf(input)).toContain(path);
  });

  it("all faults of all arguments at once", () => {
    expect(
      pathsOf({ ...ofLead({ id: 1, score: 2 }), ...rep({ weight: -1 }), state: { ...state, version: 0.5 } }),
    ).toStrictEqual(["lead.id", "lead.score", "roster.reps.1.weight", "state.version"]);
  });

  it("a getter or a proxy that throws, wherever it stands", () => {
    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new Error("cannot be read");
        },
      },
    );
    for (const name of ["lead", "roster", "state", "options"]) {
      expect(pathsOf({ [name]: throwing })).toStrictEqual([name]);
    }
  });

  it("a getter that throws what cannot even be told", () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw Object.create(null);
        },
      },
    );
    expect(pathsOf({ state: hostile })).toStrictEqual(["state"]);
    expect(readState(hostile)._tag).toBe("Left");
    expect(renameLedger(hostile as State, "a", "b")._tag).toBe("Left");
  });

  it("null where a field should be left out, said in so many words", () => {
    const result = strategy({ ...lead, region: null } as never, roster, state);
    expect(result).toMatchObject({
      left: [{ path: ["lead", "region"], message: "is null: leave it out" }],
    });
    expect(pathsOf({ options: { earlier: null } })).toStrictEqual(["options.earlier"]);
  });

  it("a lead at fault beside the decision of another, both named", () => {
    const { decision } = unwrap(strategy(lead, roster, state));
    expect(pathsOf({ lead: { id: 1n, receivedAtMs: 0 }, options: { earlier: decision } })).toStrictEqual([
      "lead.id",
    ]);
  });

  it("150,000 reps with a fault each, all of them named", () => {
    const reps = Array.from({ length: 150_000 }, (_, i) => ({ id: `rep ${i}`, weight: -1 }));
    expect(pathsOf({ roster: { reps } })).toHaveLength(150_000);
  });

  it("lists that only claim to be long, at once", () => {
    const endless = new Array(4_000_000_000);
    expect(pathsOf({ roster: { reps: endless } })).toStrictEqual(["roster.reps"]);
    expect(pathsOf({ lead: { ...lead, languages: endless } })).toStrictEqual(["lead.languages"]);
    expect(pathsOf({ state: { ...state, ids: endless } })).toStrictEqual(["state.ids"]);
  });

  it("millions of faults in one list: the first 250,000, and that there are more", () => {
    const result = strategy({ ...lead, languages: Array(3_000_000).fill(1) }, roster, state);
    const faults = result._tag === "Left" ? result.left : [];
    expect(faults).toHaveLength(250_001);
    expect(faults.at(-1)).toStrictEqual({
      path: ["lead", "languages"],
      message: "has 250000 faults in its first 250000 entries; the rest was not read",
    });
  });

  it("megabytes of text where a message would repeat them", () => {
    const long = "x".repeat(5_000_000);
    const messages = (result: ReturnType<Strategy>): readonly string[] =>
      result._tag === "Left" ? result.left.map(({ message }) => message) : [];
    const throwing = Object.defineProperty({ ...lead }, "region", {
      enumerable: true,
      get: () => {
        throw new Error(long);
      },
    });
    const { decision } = unwrap(strategy(lead, roster, state));
    const all = [
      strategy(lead, { reps: [{ id: long }, { id: long }] }, state),
      strategy(throwing, roster, state),
      strategy(lead, roster, { ...state, format: long as never }),
      strategy({ ...lead, id: long }, roster, state, { earlier: decision }),
    ].map(messages);
    for (const some of all) {
      expect(some).toHaveLength(1);
      expect(some[0]?.length).toBeLessThan(400);
    }
  });

  it("decision and event", () => {
    const { decision, state: after } = unwrap(strategy(lead, roster, state));
    const faults = (spoilt: object, event: object): readonly string[] => {
      const result = strategy.respond(
        ...([
          lead,
          { ...decision, ...spoilt },
          { id: "e", atMs: 1, type: "expired", ...event },
          roster,
          after,
        ] as Parameters<Strategy["respond"]>),
      );
      return result._tag === "Left" ? result.left.map(({ path }) => path.join(".")) : [];
    };
    expect(faults({ leadId: "l2" }, {})).toStrictEqual(["decision.leadId"]);
    expect(faults({ price: 0.5, revision: -1 }, {})).toStrictEqual(["decision.revision", "decision.price"]);
    expect(faults({ standing: undefined } as Partial<Decision>, {})).toStrictEqual(["decision.standing"]);
    expect(faults({}, { atMs: Number.NaN, id: 7 })).toStrictEqual(["event.id", "event.atMs"]);
    expect(faults({}, { type: "closed", result: "gone" })).toStrictEqual(["event.result"]);
    expect(faults({}, { type: "reassigned" })).toStrictEqual(["event.to"]);
  });
});
