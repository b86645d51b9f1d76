import { canonicalBytes, throughStore } from "../json.js";
import { type Played, play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const isStorableNumber = (value: number): boolean => Number.isFinite(value) && !Object.is(value, -0);

/** Whether `JSON.stringify` and `JSON.parse` give this very value back: no undefined, -0, NaN, date or map in it. */
const isPlain = (value: unknown): boolean => {
  if (typeof value === "number") return isStorableNumber(value);
  if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every(isPlain);
};

const insistPlain = ({ result }: Played): void => {
  if (result._tag === "Left") return;
  const { decision, state, effects } = result.right;
  insist(isPlain(decision), "a decision holds what JSON does not");
  insist(isPlain(state), "a state holds what JSON does not");
  insist(isPlain(effects), "an effect holds what JSON does not");
};

const answers = (played: readonly Played[]): string => canonicalBytes(played.map(({ result }) => result));

/**
 * State, decision and effects are plain JSON, and may go through a store, keys reordered, between any two calls.
 *
 * @since 0.1.0
 */
export const storable = lawOfScenarios(
  "storable",
  "A trip of state and decision through JSON, keys reordered too, between any two calls changes nothing.",
  (strategy, scenario) => {
    const played = play(strategy, scenario);
    played.forEach(insistPlain);
    const stored = play(strategy, scenario, { state: throughStore, decision: throughStore });
    insist(answers(played) === answers(stored), "a trip through JSON changed an answer");
  },
);
