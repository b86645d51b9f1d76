import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { faultsOf, type Shape } from "../check/shape.js";
import { demand } from "../internal/demand.js";
import type { Json } from "../model/json.js";
import { formatProblems } from "../model/unwrap.js";

interface JsonRecord {
  readonly [key: string]: Json;
}

/** A copy of options, whatever becomes of them; options that do not have the shape are refused. */
export const copied = <O extends object>(whose: string, shape: Shape, options: O): O & JsonRecord => {
  const faults = faultsOf(whose, shape, options);
  demand(!isNonEmpty(faults), isNonEmpty(faults) ? formatProblems(faults) : whose);
  return JSON.parse(JSON.stringify(options)) as O & JsonRecord;
};
