import * as z from "zod";
import * as core from "../check/shape.js";
import { saying, sayingAs } from "./words.js";

const LIST = saying(() => "must be a list");
const OBJECT = saying(core.notARecord);

const unknownFields = (keys: readonly PropertyKey[]): string =>
  `${keys.map((key) => JSON.stringify(String(key))).join(", ")}: no known field`;

/** An object with these fields and no others. */
export const record = <F extends z.core.$ZodLooseShape>(fields: F) =>
  z.strictObject(fields, {
    error: (issue) => (issue.code === "unrecognized_keys" ? unknownFields(issue.keys) : OBJECT.error(issue)),
  });

export const list = <A extends z.core.SomeType>(item: A) => z.array(item, LIST).readonly();

export const nonEmptyList = <A extends z.core.SomeType>(item: A) =>
  z.array(item, LIST).min(1, "must not be empty").readonly();

export const dictionary = <A extends z.core.SomeType>(item: A) =>
  z.record(z.string(), item, OBJECT).readonly();

export const oneOf = <const O extends readonly string[]>(...options: O) =>
  z.enum(options, sayingAs(core.oneOf(...options)));

export const flag = z.boolean(sayingAs(core.flag));

/** One of these records: the tag says which. */
export const taggedBy = <T extends string, const O extends readonly [z.ZodObject, ...z.ZodObject[]]>(
  tag: T,
  options: O,
) =>
  z.discriminatedUnion(tag, options, {
    error: (issue) =>
      core.isRecord(issue.input) ? `${tag}: must be one of those known` : OBJECT.error(issue),
  });
