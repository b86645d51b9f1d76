import { demand } from "../internal/demand.js";
import { isUpTo } from "../internal/numberUpTo.js";
import { remember } from "../internal/remember.js";
import { WEEK_MS, weeksSince } from "../internal/weeksSince.js";
import type { EpochMs } from "../model/instant.js";
import type { Rep } from "../model/rep.js";
import type { Roster } from "../model/roster.js";

const isFraction = (value: unknown): boolean => isUpTo(value, 1);

/** To whole thousandths; the smallest of them where so little is left. */
const part = (weight: number, step: number): number =>
  weight * step === 0 ? 0 : Math.max(1, Math.round(weight * step * 1000)) / 1000;

const ramped = (rep: Rep, nowMs: EpochMs, steps: readonly number[]): Rep => {
  const { joinedAtMs, weight = 1 } = rep;
  const step = joinedAtMs === undefined ? 1 : (steps[weeksSince(joinedAtMs, nowMs)] ?? 1);
  const now = part(weight, step);
  return now === weight ? rep : { ...rep, weight: now };
};

/** The last roster that was made, and from when until when it is that of these steps. */
interface Made {
  steps: readonly number[];
  fromMs: EpochMs;
  toMs: EpochMs;
  roster: Roster;
}

/** Between which moments no rep comes to another step. */
const spanAround = ({ reps }: Roster, nowMs: EpochMs, count: number): readonly [EpochMs, EpochMs] => {
  let [fromMs, toMs] = [0, Number.POSITIVE_INFINITY];
  for (const { joinedAtMs } of reps) {
    if (joinedAtMs === undefined) continue;
    const week = Math.min(count, weeksSince(joinedAtMs, nowMs));
    if (week > 0) fromMs = Math.max(fromMs, joinedAtMs + week * WEEK_MS);
    if (week < count) toMs = Math.min(toMs, joinedAtMs + (week + 1) * WEEK_MS);
  }
  return [fromMs, toMs];
};

const isFor = ({ steps, fromMs, toMs }: Made, nowMs: EpochMs, asked: readonly number[]): boolean =>
  fromMs <= nowMs &&
  nowMs < toMs &&
  steps.length === asked.length &&
  steps.every((step, i) => step === asked[i]);

const made = remember((_: Roster): { last?: Made } => ({}));

/**
 * A roster in which whoever joined lately has a smaller weight: in the first, second, third ... week after `joinedAtMs` the weight times that step, later the
 * whole weight.
 *
 * Weeks have seven times 24 hours; a moment before the first counts as the first. Weights stay whole thousandths, and at least one of them unless weight or step
 * is 0, which takes no turn. Whoever has no `joinedAtMs` keeps its weight. Give the strategy this roster in place of the other; nothing is remembered in the state, and the account
 * of a newcomer is fair by the weights of each moment.
 *
 * @remarks
 * - **Errors:** a `RangeError` for steps that are no numbers from 0 to 1, and for a moment that is none. The roster must be a good one.
 * - **Promise:** where nobody's weight differs, the very same roster comes back; as long as nobody comes to another step, the very
 *   same roster as the last time, so that it is prepared once.
 * - **Cost:** O(reps) when somebody comes to another step; else O(steps).
 *
 * @example
 * ```ts
 * const week = 7 * 86_400_000;
 * const roster = { reps: [{ id: "ann", weight: 2, joinedAtMs: 0 }, { id: "bob" }] };
 * const weights = [0, week, 2 * week].map((nowMs) => rampUp(roster, nowMs, [0.25, 0.5]).reps.map(({ weight }) => weight));
 * weights; // => [[0.5, undefined], [1, undefined], [2, undefined]]
 * rampUp(roster, 2 * week, [0.25, 0.5]) === roster; // => true
 * ```
 *
 * @since 0.1.0
 */
export const rampUp = (roster: Roster, nowMs: EpochMs, steps: readonly number[]): Roster => {
  demand(Array.isArray(steps) && steps.every(isFraction), "rampUp: steps must be numbers from 0 to 1");
  demand(Number.isFinite(nowMs) && nowMs >= 0, "rampUp: nowMs must be a moment");
  const known = made(roster);
  if (known.last !== undefined && isFor(known.last, nowMs, steps)) return known.last.roster;
  const reps = roster.reps.map((rep) => ramped(rep, nowMs, steps));
  const after = reps.every((rep, i) => rep === roster.reps[i]) ? roster : { ...roster, reps };
  const [fromMs, toMs] = spanAround(roster, nowMs, steps.length);
  known.last = { steps: [...steps], fromMs, toMs, roster: after };
  return after;
};
