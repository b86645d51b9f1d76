import { demand } from "../../internal/demand.js";
import { greatestCommonDivisor } from "../../internal/greatestCommonDivisor.js";
import { regionPath } from "../../internal/regions.js";
import { remember } from "../../internal/remember.js";
import type { Json } from "../../model/json.js";
import type { Lead } from "../../model/lead.js";
import type { Candidate, OrderQuestion } from "../../model/selector.js";
import type { WeightOf } from "./byCredit.js";

const FIELDS = ["region", "segment", "source", "channel", "industry", "temperature"] as const;

/**
 * What of the lead the weights of {@link weighted} are by: one of its fields, or one of its `attributes` that is text.
 *
 * @since 0.1.0
 */
export type WeightsBy =
  | "region"
  | "segment"
  | "source"
  | "channel"
  | "industry"
  | "temperature"
  | { readonly attribute: string };

type Weights = Readonly<Record<string, number>>;

const asWritten = (text: string): string => text;

/**
 * Weights by the keys as they are compared, in whole thousandths. Of two keys that are the same the larger weight
 * counts.
 */
const tableBy = (keyOf: (written: string) => string): ((weights: Weights) => ReadonlyMap<string, number>) =>
  remember((weights: Weights) => {
    const table = new Map<string, number>();
    for (const [written, weight] of Object.entries(weights)) {
      const key = keyOf(written);
      table.set(key, Math.max(table.get(key) ?? 0, Math.round(weight * 1000)));
    }
    return table;
  });

const byRegion = tableBy(regionPath);

const byText = tableBy(asWritten);

/** "us/ca/" and "us/", the most specific first. */
const above = (path: string): readonly string[] =>
  [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)).reverse();

/** What a lead says in a field: nothing where it is absent, blank or no text. */
const saidBy = (by: WeightsBy, lead: Lead): string | undefined => {
  const { attributes = {} } = lead;
  const given = typeof by === "string" ? lead[by] : attributes[by.attribute];
  return typeof given === "string" && given.trim() !== "" ? given : undefined;
};

const keysOf = (by: WeightsBy, lead: Lead): readonly string[] => {
  const said = saidBy(by, lead);
  if (said === undefined) return [];
  return by === "region" ? above(regionPath(said)) : [said];
};

const thousandthsOf = (
  { rep, weight }: Candidate,
  keys: readonly string[],
  tableOf: (weights: Weights) => ReadonlyMap<string, number>,
): number => {
  if (weight === 0) return 0;
  if (rep.weights !== undefined) {
    const table = tableOf(rep.weights);
    for (const key of keys) {
      const found = table.get(key);
      if (found !== undefined) return found;
    }
  }
  return Math.round((rep.weight ?? 1) * 1000);
};

/** Refuses what names no field of a lead. */
export const demandWeightsBy = (by: unknown): void =>
  demand(
    FIELDS.includes(by as (typeof FIELDS)[number]) || typeof Object(by).attribute === "string",
    `weighted: by must be one of ${FIELDS.join(", ")}, or { attribute }`,
  );

export const literalsOfWeightsBy = (by: WeightsBy): Json => ({
  by: typeof by === "string" ? by : { attribute: by.attribute },
});

/**
 * The weights of this lead, whole: thousandths divided by their greatest common divisor over all who may take part
 * of it, so that equal weights count 1 each whatever they are for other leads.
 */
export const segmentWeights = (by: WeightsBy, { lead, candidates, owed }: OrderQuestion): WeightOf => {
  const keys = keysOf(by, lead);
  const tableOf = by === "region" ? byRegion : byText;
  let divisor = 0;
  const add = (candidate: Candidate): void => {
    const weight = thousandthsOf(candidate, keys, tableOf);
    if (weight > 0 && divisor !== 1) divisor = greatestCommonDivisor(weight, divisor);
  };
  for (const candidate of candidates) add(candidate);
  for (const { rep } of owed) add(rep);
  return (candidate) => (divisor === 0 ? 0 : thousandthsOf(candidate, keys, tableOf) / divisor);
};
