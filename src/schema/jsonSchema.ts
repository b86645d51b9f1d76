import * as z from "zod";
import { demand } from "../internal/demand.js";
import type { Json } from "../model/json.js";
import { decisionSchema } from "./decision.js";
import { eventSchema } from "./event.js";
import { leadSchema } from "./lead.js";
import { repSchema } from "./rep.js";
import { rosterSchema } from "./roster.js";
import { stateSchema } from "./state.js";

/**
 * What has a schema here.
 *
 * @since 0.1.0
 */
export type Noun = "lead" | "rep" | "roster" | "state" | "decision" | "event";

const schemas = {
  lead: leadSchema,
  rep: repSchema,
  roster: rosterSchema,
  state: stateSchema,
  decision: decisionSchema,
  event: eventSchema,
} as const satisfies Readonly<Record<Noun, z.ZodType>>;

/** `readOnly` would tell readers of OpenAPI that the server sets the field; zod means that nobody changes it. */
const withoutReadOnly = ({ jsonSchema: part }: { readonly jsonSchema: { readOnly?: boolean } }): void => {
  delete part.readOnly;
};

const titleOf = (noun: Noun): string => `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;

/**
 * The JSON Schema (draft 2020-12) of a noun: plain JSON, new each time.
 *
 * Its `title` is the noun. It names every field, what each must be, and that there are no others. What it cannot say is left to the
 * readers: seconds, weights in whole thousandths, spans that end before they begin, ids that stand twice,
 * sums of credits, depth.
 *
 * @remarks
 * - **Errors:** a `RangeError` for a noun that is none.
 * - **Cost:** the schema is written anew each time; keep it.
 *
 * @see A. Wright, H. Andrews, B. Hutton, G. Dennis, "JSON Schema: A Media Type for Describing JSON
 * Documents", 2020, https://json-schema.org/draft/2020-12/json-schema-core
 *
 * @example
 * ```ts
 * import { jsonSchema } from "fairlead/schema";
 * jsonSchema("roster")["required"]; // => ["reps"]
 * ```
 *
 * @since 0.1.0
 */
export const jsonSchema = (noun: Noun): Readonly<Record<string, Json>> => {
  demand(Object.hasOwn(schemas, noun), `there is no schema of "${noun}"`);
  const { $schema, ...rest } = z.toJSONSchema(schemas[noun], {
    unrepresentable: "any",
    override: withoutReadOnly,
  });
  return JSON.parse(JSON.stringify({ $schema, title: titleOf(noun), ...rest }));
};
