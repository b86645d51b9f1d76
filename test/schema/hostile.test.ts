import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatProblems, unwrap } from "../../src/index.js";
import * as schema from "../../src/schema/index.js";
import { linesOf } from "./support.js";

const { readLead, readRep, readRoster, readState } = schema;

const readers = Object.entries({
  readLead,
  readRep,
  readRoster,
  readState,
  readDecision: schema.readDecision,
  readEvent: schema.readEvent,
});

const lead = { id: "l1", receivedAtMs: 5 };

const boom = (): never => {
  throw new Error("boom");
};

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}1${"]".repeat(depth)}`);

/** Far more than it takes, so that a busy machine passes, and far less than a quadratic walk would need. */
const MOST_MS = 30_000;

describe.each(readers)("%s", (_, read) => {
  it.each<[string, () => unknown]>([
    ["a list 1,000,000 deep", () => nested(1_000_000)],
    ["a proxy that throws on every trap", () => new Proxy({}, new Proxy({}, { get: boom }))],
    ["a proxy that throws on ownKeys", () => new Proxy({}, { ownKeys: boom })],
    ["a proxy that throws on get", () => new Proxy({ id: "x", type: "x", reps: [] }, { get: boom })],
    ["a proxy that throws on its prototype", () => new Proxy({}, { getPrototypeOf: boom })],
    ["a revoked proxy", () => revoked({})],
    ["a revoked list", () => revoked([])],
    ["a date", () => new Date(5)],
    ["a map", () => new Map([["id", "x"]])],
    ["a big integer", () => 5n],
    ["a symbol", () => Symbol("x")],
    ["a function", () => boom],
    ["megabytes of text", () => "x".repeat(10_000_000)],
    ["a sparse list", () => new Array(4_000_000_000)],
    ["an object that throws when it becomes text", () => ({ toString: boom, valueOf: boom, toJSON: boom })],
    [
      "what throws something that throws when it becomes text",
      () => ({
        get id() {
          throw { toString: boom };
        },
        get type() {
          throw { toString: boom };
        },
      }),
    ],
  ])("has problems with %s, and throws nothing", (_name, make) => {
    const result = read(make());
    expect(result._tag).toBe("Left");
    expect(linesOf(result).join("\n").length).toBeLessThan(2000);
  });

  it("throws on nothing at all", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSparseArray: true,
          withNullPrototype: true,
        }),
        (value) => {
          const result = read(value);
          if (result._tag === "Left") expect(formatProblems(result.left)).not.toBe("");
        },
      ),
    );
  });
});

describe("getters and proxies", () => {
  it("that throw are faults of their field alone", () => {
    const given = {
      ...lead,
      get region() {
        return boom();
      },
      languages: revoked([]),
      needs: new Proxy({}, { ownKeys: boom }),
      attributes: {
        get a() {
          return boom();
        },
        b: revoked({}),
        c: new Proxy([1], { get: boom }),
      },
      score: 2,
    };
    expect(linesOf(readLead(given))).toStrictEqual([
      "lead.region: could not be read: Error: boom",
      "lead.languages: could not be read: TypeError: Cannot perform 'IsArray' on a proxy that has been revoked",
      "lead.needs: could not be read: Error: boom",
      "lead.score: must be a number from 0 to 1",
      "lead.attributes.a: could not be read: Error: boom",
      "lead.attributes.b: could not be read: TypeError: Cannot perform 'IsArray' on a proxy that has been revoked",
      "lead.attributes.c: could not be read: Error: boom",
    ]);
  });

  it("that say something else each time are read once", () => {
    let times = 0;
    const read = readLead({
      ...lead,
      get value() {
        times += 1;
        return times === 1 ? 5 : -1;
      },
    });
    expect([unwrap(read).value, times]).toStrictEqual([5, 1]);
  });

  it("cannot fill the answer with what they throw", () => {
    const given = {
      get id() {
        throw "x".repeat(10_000_000);
      },
      receivedAtMs: 5,
    };
    expect(linesOf(readLead(given))).toStrictEqual([`lead.id: could not be read: ${"x".repeat(200)}`]);
  });

  it.each([Number.NaN, "5000000000", 4.5e15, {}, null, -1])(
    "may lie about the length of a list: %s",
    (length) => {
      const list = new Proxy(["en"], {
        get: (target, key) => (key === "length" ? length : Reflect.get(target, key)),
      });
      const read = readLead({ ...lead, languages: list });
      if (read._tag === "Right") expect(read.right.languages).toStrictEqual([]);
      else expect(read.left).toHaveLength(1);
    },
  );
});

describe("names of prototypes", () => {
  const smuggled = JSON.parse(
    '{ "id": "l1", "receivedAtMs": 5, "__proto__": { "score": 1 }, "needs": { "__proto__": 3, "constructor": 1 }, "attributes": { "a": { "__proto__": { "isAdmin": true } }, "__proto__": 1 } }',
  );

  it("are named where they are no data", () => {
    expect(linesOf(readLead(smuggled))).toStrictEqual([
      "lead.needs.__proto__: must have another name",
      "lead.attributes.a.__proto__: must have another name",
      "lead.attributes.__proto__: must have another name",
      "lead.__proto__: is not a known field",
    ]);
    expect(linesOf(readRoster(JSON.parse('{ "reps": [{ "id": "ann", "__proto__": {} }] }')))).toStrictEqual([
      "roster.reps.0.__proto__: is not a known field",
    ]);
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
  });

  it("are data as a skill, a value or an id, and stay so", () => {
    const given = JSON.parse(
      '{ "id": "__proto__", "receivedAtMs": 5, "needs": { "constructor": 1 }, "account": "__proto__", "attributes": { "constructor": { "prototype": { "a": 1 } } } }',
    );
    const read = unwrap(readLead(given));
    expect(JSON.stringify(read)).toBe(JSON.stringify(given));
    expect(Object.keys(read.needs ?? {})).toStrictEqual(["constructor"]);
    expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
  });

  it("do not bring fields along that are inherited", () => {
    expect(linesOf(readLead(Object.create(lead)))).toStrictEqual([
      "lead: must be a plain object, not one of a class",
    ]);
    const heir = Object.assign(Object.create(Object.assign(Object.create(null), { region: "US" })), lead);
    expect(unwrap(readLead(heir))).toStrictEqual(lead);
    const bare = Object.assign(Object.create(null), lead);
    expect(unwrap(readLead(bare))).toStrictEqual(lead);
  });
});

describe("objects of a class, symbols and functions", () => {
  it("are no data", () => {
    class Row {
      readonly id = "ann";
    }
    const given = {
      ...lead,
      needs: new Map([["crm", 1]]),
      [Symbol("secret")]: 1,
      attributes: { a: new Date(5), b: new Row(), c: boom, d: Symbol("x"), e: 5n, [Symbol("y")]: 1 },
    };
    const JSON_ONLY = "must be JSON: text, a finite number, true, false, null, a list or an object";
    expect(linesOf(readLead(given))).toStrictEqual([
      "lead.needs: must be a plain object, not one of a class",
      "lead.attributes.a: must be a plain object, not one of a class",
      "lead.attributes.b: must be a plain object, not one of a class",
      `lead.attributes.c: ${JSON_ONLY}`,
      `lead.attributes.d: ${JSON_ONLY}`,
      `lead.attributes.e: ${JSON_ONLY}`,
      "lead.attributes.Symbol(y): must not be a symbol",
      "lead.Symbol(secret): is not a known field",
    ]);
    expect(linesOf(readRep(new Row()))).toStrictEqual(["rep: must be a plain object, not one of a class"]);
  });
});

describe("free data", () => {
  const TOO_DEEP = "must not be nested more than 64 deep";

  it("may be 64 deep and no deeper", () => {
    expect(unwrap(readLead({ ...lead, attributes: { a: nested(64) } })).attributes).toStrictEqual({
      a: nested(64),
    });
    const deeper = { a: nested(65), b: nested(1_000_000), c: 1 };
    expect(linesOf(readLead({ ...lead, attributes: deeper }))).toStrictEqual([
      `lead.attributes.a: ${TOO_DEEP}`,
      `lead.attributes.b: ${TOO_DEEP}`,
    ]);
  });

  it("may not hold itself", () => {
    const ring: Record<string, unknown> = {};
    ring["a"] = ring;
    ring["b"] = [ring, ring];
    ring["c"] = 1;
    expect(linesOf(readLead({ ...lead, attributes: ring }))).toStrictEqual([
      `lead.attributes.a: ${TOO_DEEP}`,
      `lead.attributes.b: ${TOO_DEEP}`,
    ]);
  });

  it("may not hold 2^60 values by holding the same twice", () => {
    let twice: unknown = 1;
    for (let i = 0; i < 60; i += 1) twice = [twice, twice];
    expect(linesOf(readLead({ ...lead, attributes: { twice } }))).toStrictEqual([
      "lead.attributes.twice: must not hold more than 1000000 values",
    ]);
    const shared = { tags: ["a", "b"] };
    expect(linesOf(readLead({ ...lead, attributes: { shared, again: shared } }))).toStrictEqual([]);
  });

  it(
    "is read in time when there are ten megabytes of it",
    () => {
      const part =
        '{"x":[1,2,{"y":null}],"z":"a hundred characters of text, so that the parts add up to ten megabytes"}';
      const given = JSON.parse(
        `{"id":"l1","receivedAtMs":5,"attributes":{"a":[${Array(100_000).fill(part)}]}}`,
      );
      expect(JSON.stringify(given).length).toBeGreaterThan(10_000_000);
      expect(unwrap(readLead(given))).toStrictEqual(given);
    },
    MOST_MS,
  );
});

describe("long lists", () => {
  it("that are sparse are not walked when nobody can mean them", () => {
    const sparse = new Array(4_000_000_000);
    expect(linesOf(readRoster({ reps: sparse }))).toStrictEqual([
      "roster.reps: must have at most 10000000 entries",
    ]);
    expect(linesOf(readLead({ ...lead, languages: sparse, attributes: { a: sparse } }))).toStrictEqual([
      "lead.languages: must have at most 10000000 entries",
      "lead.attributes.a: must have at most 10000000 entries",
    ]);
  });

  it("with holes are named hole by hole", () => {
    // biome-ignore lint/suspicious/noSparseArray: holes are what is tested
    expect(linesOf(readRoster({ reps: [, { id: "ann" }, ,] }))).toStrictEqual([
      "roster.reps.0: is missing",
      "roster.reps.2: is missing",
    ]);
  });

  it(
    "of 100,000 reps with a fault each are named rep by rep",
    () => {
      const reps = Array.from({ length: 100_000 }, (_, i) => ({ id: `r${i}`, regions: ["US"], weight: -1 }));
      const lines = linesOf(readRoster({ reps }));
      expect(lines).toHaveLength(100_000);
      expect(lines[99_999]).toBe("roster.reps.99999.weight: must be a finite number, not negative");
    },
    MOST_MS,
  );

  it.each([
    ["reps", (faulty: unknown) => readRoster({ reps: faulty })],
    ["languages", (faulty: unknown) => readLead({ ...lead, languages: faulty })],
    ["free data", (faulty: unknown) => readLead({ ...lead, attributes: { a: faulty } })],
  ])(
    "of a million faulty %s end with a word that there are more",
    (_, read) => {
      const result = read(Array.from({ length: 1_000_000 }, () => 5n));
      const problems = result._tag === "Left" ? result.left : [];
      expect(problems).toHaveLength(250_001);
      expect(problems.at(-1)?.message).toBe("is read no further: 250000 problems are enough");
    },
    MOST_MS,
  );

  it(
    "of unknown fields are named as quickly",
    () => {
      const names = Array.from({ length: 300_000 }, (_, i) => [`recievedAt${i}`, 1] as const);
      const result = readLead({ ...lead, ...Object.fromEntries(names) });
      expect(result).toMatchObject({ _tag: "Left" });
      expect(linesOf(result)).toHaveLength(250_001);
    },
    MOST_MS,
  );

  it(
    "that stand in every rep are not read for ever",
    () => {
      const regions = Array.from({ length: 1_000_000 }, () => "US");
      const reps = Array.from({ length: 1000 }, (_, i) => ({ id: `r${i}`, regions }));
      const result = readRoster({ reps });
      expect(linesOf(result)).toStrictEqual([
        "roster: is read no further: it holds more than 10000000 values",
      ]);
    },
    MOST_MS,
  );
});

describe("megabytes of text", () => {
  it("are read in time, whatever the form asked for", () => {
    const long = "a-".repeat(5_000_000);
    const given = {
      ...lead,
      id: long,
      region: " ".repeat(10_000_000),
      languages: [long],
      timeZone: long,
      source: long,
      [long]: 1,
    };
    const result = readLead(given);
    const problems = result._tag === "Left" ? result.left : [];
    expect(
      problems.map(({ path }) => path.slice(1, 3).map((step) => String(step).slice(0, 10))),
    ).toStrictEqual([["id"], ["region"], ["languages", "0"], ["timeZone"], ["a-a-a-a-a-"]]);
    expect(problems.every(({ message }) => message.length < 100)).toBe(true);
  });
});
