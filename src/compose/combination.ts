import type { ReadonlyNonEmptyArray } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import { leadShape } from "../check/lead.js";
import { faultsOf } from "../check/shape.js";
import { call } from "../internal/blame.js";
import type { EpochMs } from "../model/instant.js";
import type { Json } from "../model/json.js";
import type { Lead } from "../model/lead.js";
import type { DecideOptions } from "../model/strategy.js";
import type { Alternative } from "./alternative.js";
import { momentShape } from "./moment.js";

/**
 * What a condition is asked.
 *
 * @since 0.1.0
 */
export interface LeadQuestion {
  readonly lead: Lead;
  readonly nowMs: EpochMs;
}

/** Strategies under names, and which of them a lead goes to. */
export interface Combination {
  readonly kind: string;
  readonly literals: Json;
  readonly alternatives: ReadonlyNonEmptyArray<Alternative>;
  /** Whoever is asked about the lead, in this order, until one finds somebody. */
  readonly choose: (question: LeadQuestion) => ReadonlyNonEmptyArray<Alternative>;
}

type Moment = Pick<DecideOptions, "nowMs"> | undefined;

const isReadable = (lead: Lead, options: Moment): boolean =>
  faultsOf("lead", leadShape, lead).length === 0 &&
  (options === undefined || faultsOf("options", momentShape, options).length === 0);

/** Chooses; where that fails because lead or moment are none, the first alternative is to say what is wrong with them. */
export const chosenFor = (
  { kind, alternatives, choose }: Combination,
  lead: Lead,
  options: Moment,
): ReadonlyNonEmptyArray<Alternative> => {
  try {
    return choose({ lead, nowMs: options?.nowMs ?? lead.receivedAtMs });
  } catch (thrown) {
    if (!isReadable(lead, options)) return [alternatives[0]];
    return call([kind], () => {
      throw thrown;
    });
  }
};
