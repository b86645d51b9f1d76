import { describe, expect, it } from "vitest";
import { byTag } from "../../src/check/byTag.js";
import { found } from "../../src/check/found.js";
import {
  dictionaryOf,
  exactly,
  faultsOf,
  flag,
  id,
  moment,
  recordOf,
  type Shape,
  text,
} from "../../src/check/shape.js";

const messagesOf = (shape: Shape, value: unknown): readonly string[] =>
  shape(value).map(({ path, message }) => [...path, message].join(" "));

describe("shapes", () => {
  const records: readonly (readonly [string, Shape])[] = [
    ["an object with known fields", exactly({ id })],
    ["an object", recordOf({ id })],
    ["a dictionary", dictionaryOf(text)],
    ["an object by its tag", byTag("type", { a: recordOf({ id }) })],
  ];

  it.each(records)("say one thing where %s is none", (_, shape) => {
    const long = "x".repeat(300_000);
    expect(messagesOf(shape, long)).toStrictEqual(["must be an object, not text: was it parsed?"]);
    expect(messagesOf(shape, [1, 2])).toStrictEqual(["must be an object, not a list"]);
    for (const value of [null, 7, true, () => 7])
      expect(messagesOf(shape, value)).toStrictEqual(["must be an object"]);
    expect(messagesOf(shape, undefined)).toStrictEqual(["is missing"]);
  });

  it("say what stands where text belongs", () => {
    for (const shape of [text, id]) {
      expect(messagesOf(shape, 7)).toStrictEqual(["must be text, and is a number: 7"]);
      expect(messagesOf(shape, null)).toStrictEqual(["must be text, and is null"]);
      expect(messagesOf(shape, [])).toStrictEqual(["must be text, and is a list"]);
      expect(messagesOf(shape, "ann")).toStrictEqual([]);
    }
    expect(messagesOf(id, "a\0")).toStrictEqual(["must be text without U+0000 or lone surrogates"]);
    expect(messagesOf(text, "a\0")).toStrictEqual([]);
  });

  it("say what a moment is to whoever gives text or a date", () => {
    const words = "must be milliseconds since 1970, such as Date.parse gives, and is";
    expect(messagesOf(moment, "2026-01-05")).toStrictEqual([`${words} text: "2026-01-05"`]);
    expect(messagesOf(moment, new Date(0))).toStrictEqual([`${words} a Date`]);
    expect(messagesOf(moment, -1)).toStrictEqual(["must be a finite number, not negative"]);
    expect(messagesOf(moment, 0)).toStrictEqual([]);
  });

  it("keep what they say short", () => {
    const [message = ""] = messagesOf(moment, "x".repeat(5_000_000));
    expect(message.length).toBeLessThan(400);
  });
});

describe("found", () => {
  it.each<[unknown, string]>([
    [undefined, "undefined"],
    [null, "null"],
    [false, "false"],
    ["ann", 'text: "ann"'],
    [Number.NaN, "a number: NaN"],
    [5n, "a bigint"],
    [Symbol("s"), "a symbol"],
    [() => 7, "a function"],
    [[1], "a list"],
    [new Date(Number.NaN), "a Date"],
    [{}, "an object"],
    [Object.create(null), "an object"],
  ])("names what it is given (case %#)", (value, words) => {
    expect(found(value)).toBe(words);
  });

  it("has an answer to what cannot even be asked", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(found(proxy)).toBe("an object");
    expect(faultsOf("lead", recordOf({ id }), { id: proxy })).toStrictEqual([
      { path: ["lead", "id"], message: "must be text, and is an object" },
    ]);
  });
});

describe("a record", () => {
  const shape = recordOf({ needed: flag }, { optional: flag });

  it("may lack what is optional, and nothing else", () => {
    expect(shape({ needed: true, optional: undefined })).toStrictEqual([]);
    expect(shape({ optional: true })).toStrictEqual([{ path: ["needed"], message: "is missing" }]);
  });

  it("is told to leave out what is optional rather than give null", () => {
    expect(shape({ needed: null, optional: null })).toStrictEqual([
      { path: ["needed"], message: "must be true or false" },
      { path: ["optional"], message: "is null: leave it out" },
    ]);
  });
});
