/**
 * How even a run could have been at best.
 *
 * @packageDocumentation
 */
export { type Hindsight, hindsight, type RepHindsight } from "./hindsight.js";
