import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../src/index.js";
import { jsonSchema, type Noun } from "../../src/schema/index.js";
import { linesOf, nouns, readers, slipped } from "./support.js";

type Schema = Readonly<Record<string, Json>>;

const at = (schema: Schema, ...steps: readonly (string | number)[]): Schema =>
  steps.reduce<Json>(
    (inner, step) => (inner as Record<string | number, Json>)[step] as Json,
    schema,
  ) as Schema;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isRecord,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
};

/** What each keyword asks. A keyword that is not here fails the test: this is as much of the standard as we write. */
const KEYWORDS: Readonly<Record<string, (asked: never, value: unknown, schema: Schema) => boolean>> = {
  $schema: () => true,
  title: () => true,
  type: (type: string, value) => TYPES[type]?.(value) === true,
  const: (asked: Json, value) => value === asked,
  enum: (asked: readonly Json[], value) => asked.includes(value as Json),
  minimum: (least: number, value) => (value as number) >= least,
  maximum: (most: number, value) => (value as number) <= most,
  maxLength: (most: number, value) => [...(value as string)].length <= most,
  minItems: (least: number, value) => (value as readonly unknown[]).length >= least,
  pattern: (pattern: string, value) => new RegExp(pattern, "u").test(value as string),
  required: (names: readonly string[], value) => names.every((name) => Object.hasOwn(value as object, name)),
  properties: (fields: Readonly<Record<string, Schema>>, value) =>
    Object.entries(fields).every(
      ([name, field]) =>
        !Object.hasOwn(value as object, name) || fits(field, (value as Record<string, unknown>)[name]),
    ),
  propertyNames: (names: Schema, value) => Object.keys(value as object).every((name) => fits(names, name)),
  additionalProperties: (rest: Schema | false, value, schema) => {
    const known = Object.keys((schema["properties"] ?? {}) as object);
    const others = Object.entries(value as object).filter(([name]) => !known.includes(name));
    return others.every(([, item]) => rest !== false && fits(rest, item));
  },
  items: (item: Schema, value) => (value as readonly unknown[]).every((each) => fits(item, each)),
  oneOf: (options: readonly Schema[], value) => options.filter((option) => fits(option, value)).length === 1,
};

/** Types first: the other keywords ask nothing of a value of another type. */
const fits = (schema: Schema, value: unknown): boolean => {
  const type = schema["type"];
  if (typeof type === "string" && TYPES[type]?.(value) !== true) return false;
  return Object.entries(schema).every(([keyword, asked]) => {
    const holds = KEYWORDS[keyword];
    if (holds === undefined) throw new Error(`the keyword "${keyword}" is not known here`);
    return holds(asked as never, value, schema);
  });
};

const names = Object.keys(nouns) as readonly Noun[];

const fieldsOf = (schema: Schema): readonly string[] => Object.keys(schema["properties"] as object).sort();

describe("jsonSchema", () => {
  it.each(names)("takes every %s that the reader takes", (noun) => {
    const schema = jsonSchema(noun);
    let taken = 0;
    fc.assert(
      fc.property(slipped<unknown>(nouns[noun]), (value) => {
        const plain: unknown = value === undefined ? null : JSON.parse(JSON.stringify(value));
        if (linesOf(readers[noun](plain)).length > 0) return;
        taken += 1;
        expect(fits(schema, plain)).toBe(true);
      }),
    );
    expect(taken).toBeGreaterThan(10);
  });

  it.each(names)("refuses a %s with a field that nobody knows, or without one that must be there", (noun) => {
    const schema = jsonSchema(noun);
    fc.assert(
      fc.property(nouns[noun] as fc.Arbitrary<object>, (good) => {
        const plain = JSON.parse(JSON.stringify(good));
        expect(fits(schema, { ...plain, more: 1 })).toBe(false);
        if (linesOf(readers[noun](plain)).length > 0) return;
        const options = (schema["oneOf"] ?? [schema]) as readonly Schema[];
        const [meant] = options.filter((option) => fits(option, plain));
        for (const name of (meant?.["required"] ?? []) as readonly string[]) {
          const { [name]: _, ...rest } = plain;
          expect(fits(schema, rest)).toBe(false);
        }
      }),
    );
  });

  it("names every field of the model", () => {
    const lead = jsonSchema("lead");
    expect(fieldsOf(lead)).toStrictEqual(
      `account attributes channel complexity effort email excludedRepIds household id industry languages needs ownerId
      receivedAtMs region role score segment source team temperature timeZone value`.split(/\s+/),
    );
    expect(lead["required"]).toStrictEqual(["id", "receivedAtMs"]);
    const rep = jsonSchema("rep");
    expect(fieldsOf(rep)).toStrictEqual(
      `active attributes capacity channels excludedAccounts experience id industries joinedAtMs languages limits name
      openEffort openLeads performance presence quotas regions role schedule segments skills sources substitutes teams tier timeOff
      weight weights`.split(/\s+/),
    );
    expect(rep["required"]).toStrictEqual(["id"]);
    const limit = at(rep, "properties", "limits", "items");
    expect(fieldsOf(limit)).toStrictEqual("most per ramp timeZone weekStart windowMs".split(" "));
    expect(limit["required"]).toStrictEqual(["most"]);
    const quota = at(rep, "properties", "quotas", "items");
    expect(fieldsOf(quota)).toStrictEqual("least per timeZone weekStart".split(" "));
    expect(quota["required"]).toStrictEqual(["least", "per"]);
    expect(fieldsOf(jsonSchema("roster"))).toStrictEqual(["reps", "schedules"]);
    expect(fieldsOf(at(jsonSchema("roster"), "properties", "reps", "items"))).toStrictEqual(fieldsOf(rep));
    const state = jsonSchema("state");
    expect(fieldsOf(state)).toStrictEqual(
      "format ids ledgers notes offeredEffort openEffort openLeads openOffers seed version".split(" "),
    );
    expect([...(state["required"] as readonly string[])].sort()).toStrictEqual(fieldsOf(state));
    expect(fieldsOf(at(state, "properties", "ledgers", "items"))).toStrictEqual(
      "adjusted columns credits name outside totals".split(" "),
    );
  });

  it("says how a time and a date are written", () => {
    const schedule = at(jsonSchema("rep"), "properties", "schedule", "properties");
    const weekly = at(schedule, "hours", "items", "properties");
    const takes = (field: Schema, text: string) => new RegExp(field["pattern"] as string, "u").test(text);
    const [from, to] = [at(weekly, "from"), at(weekly, "to")];
    expect(["00:00", "23:59", "24:00", "9:00"].map((time) => takes(from, time))).toStrictEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(["00:00", "23:59", "24:00", "9:00"].map((time) => takes(to, time))).toStrictEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(takes(at(schedule, "dates", "items", "properties", "date"), "24.12.2026")).toBe(false);
    expect(at(weekly, "days", "items")).toMatchObject({ type: "integer", minimum: 1, maximum: 7 });
  });

  it.each<[Noun, string, readonly string[]]>([
    ["decision", "status", ["assigned", "offered", "pooled", "parked", "unassigned", "closed"]],
    [
      "event",
      "type",
      [
        "accepted",
        "declined",
        "claimed",
        "expired",
        "woken",
        "updated",
        "returned",
        "worked",
        "reassigned",
        "opened",
        "released",
        "closed",
        "merged",
      ],
    ],
  ])("says what a %s is, one by one", (noun, tag, values) => {
    const options = jsonSchema(noun)["oneOf"] as readonly Schema[];
    expect(options.map((option) => at(option, "properties", tag)["const"])).toStrictEqual(values);
    for (const option of options) expect(option["additionalProperties"]).toBe(false);
  });

  it("is draft 2020-12, plain JSON and new each time", () => {
    for (const noun of names) {
      const schema = jsonSchema(noun);
      expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
      expect(JSON.parse(JSON.stringify(schema))).toStrictEqual(schema);
      expect(jsonSchema(noun)).not.toBe(schema);
    }
  });

  it("has a title, and no word of who sets a field, which readers of OpenAPI would take from readOnly", () => {
    expect(names.map((noun) => jsonSchema(noun)["title"])).toStrictEqual([
      "Lead",
      "Rep",
      "Roster",
      "State",
      "Decision",
      "Event",
    ]);
    for (const noun of names) expect(JSON.stringify(jsonSchema(noun))).not.toContain("readOnly");
  });

  it("refuses what is no noun", () => {
    for (const noun of ["constructor", "leads"])
      expect(() => jsonSchema(noun as Noun)).toThrow(`there is no schema of "${noun}"`);
  });
});
