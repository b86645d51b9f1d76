import * as z from "zod";
import * as core from "../../check/shape.js";
import { json } from "../json.js";
import { MISSING, wordsOf } from "../words.js";
import { plainRecord } from "./plainRecord.js";
import { readDictionary } from "./readDictionary.js";
import { type Read, type Reading, readAt, report } from "./reading.js";
import { readJson } from "./readJson.js";
import { readList } from "./readList.js";
import { readRecord } from "./readRecord.js";

type Schema = z.core.$ZodType;

/** What zod says of a value that holds no surprises: text, a number, or a copy made here. */
const refusedBy = (schema: Schema, value: unknown, reading: Reading): void => {
  const result = z.safeParse(schema, value);
  const first = result.success ? undefined : result.error.issues[0];
  if (first !== undefined) report(reading, first.message, first.path as (string | number)[]);
};

const scalar =
  (schema: Schema): Read =>
  (value, reading) => {
    refusedBy(schema, value, reading);
    return value;
  };

/** What a list or record asks of its parts together is asked where each of them is good. */
const withChecks = (schema: z.ZodType, read: Read): Read => {
  if ((schema.def.checks ?? []).length === 0) return read;
  return (value, reading) => {
    const before = reading.problems.length;
    const copy = read(value, reading);
    if (reading.problems.length === before) refusedBy(schema, copy, reading);
    return copy;
  };
};

const recordReader = (schema: z.ZodObject): Read => {
  const fields = Object.entries<Schema>(schema.shape).map(([name, field]) => {
    const isNeeded = !(field instanceof z.ZodExactOptional);
    return [name, { read: readerOf(field), isNeeded }] as const;
  });
  return readRecord(new Map(fields));
};

/** The tag says which of the records is meant. */
const unionReader = (schema: z.ZodDiscriminatedUnion): Read => {
  const { discriminator } = schema.def;
  const reads = new Map<unknown, Read>();
  for (const option of schema.options as readonly z.ZodObject[]) {
    const tag = option.shape[discriminator];
    if (tag instanceof z.ZodLiteral) reads.set(tag.value, readerOf(option));
  }
  const words = wordsOf(core.oneOf(...([...reads.keys()] as string[])));
  const chosen: Read = (tag, reading) => {
    const read = reads.get(tag);
    if (read === undefined) report(reading, tag === undefined ? MISSING : (words(tag) ?? MISSING));
    return read;
  };
  return (value, reading) => {
    const given = plainRecord(value, reading);
    if (given === undefined) return undefined;
    const read = readAt(given, discriminator, chosen, reading) as Read | undefined;
    return read?.(given, reading);
  };
};

/**
 * A reader that finds the same faults as the schema, in any input.
 *
 * Zod itself is made for input of good will: it lets getters throw, takes inherited fields for own ones,
 * passes over a key `__proto__` in free data, and overflows the stack on more than about 125,000 faults where
 * no code may be generated, as in Workers. So lists and objects are walked here, along the schema, and zod is
 * asked about each text and number.
 */
export const readerOf = (schema: Schema): Read => {
  if (schema === json) return readJson;
  if (schema instanceof z.ZodExactOptional) return readerOf(schema.unwrap());
  if (schema instanceof z.ZodReadonly) {
    const read = readerOf(schema.unwrap());
    return (value, reading) => Object.freeze(read(value, reading));
  }
  if (schema instanceof z.ZodArray) return withChecks(schema, readList(readerOf(schema.element)));
  if (schema instanceof z.ZodRecord) return withChecks(schema, readDictionary(readerOf(schema.valueType)));
  if (schema instanceof z.ZodDiscriminatedUnion) return unionReader(schema);
  if (schema instanceof z.ZodObject) return withChecks(schema, recordReader(schema));
  return scalar(schema);
};
