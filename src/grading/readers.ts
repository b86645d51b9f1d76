import { quoted } from "../internal/quoted.js";
import { shortened } from "../internal/shortened.js";
import type { EpochMs } from "../model/instant.js";
import type { Json } from "../model/json.js";
import type { CriterionPoints, PointSteps } from "./criterion.js";
import { mostOf } from "./points.js";

/** Gives points for what stands in a lead. */
export interface Reader {
  /** The most points that it gives. */
  readonly most: number;
  readonly literals: { readonly [name: string]: Json };
  /** Of something that is there. */
  readonly read: (value: unknown, nowMs: EpochMs) => CriterionPoints;
}

const DAY_MS = 86_400_000;

const daysText = (ms: number): string => `${(ms / DAY_MS).toFixed(1)} days`;

/** The step of the most points of those that are met. */
const bestOf = (steps: PointSteps, isMet: (threshold: number) => boolean): PointSteps[number] | undefined =>
  steps.reduce<PointSteps[number] | undefined>(
    (best, step) => (isMet(step[0]) && (best === undefined || step[1] > best[1]) ? step : best),
    undefined,
  );

const stepped = (
  name: string,
  steps: PointSteps,
  found: (value: number, nowMs: EpochMs, steps: PointSteps) => Required<CriterionPoints>,
): Reader => {
  const own = steps.map(([threshold, points]) => [threshold, points] as const);
  return {
    most: mostOf(own.map(([, points]) => points)),
    literals: { [name]: own.map(([threshold, points]) => [threshold, points]) },
    read: (value, nowMs) =>
      typeof value === "number" && Number.isFinite(value)
        ? found(value, nowMs, own)
        : { says: "is not known: what stands there is no number" },
  };
};

export const amounts = (steps: PointSteps): Reader =>
  stepped("atLeast", steps, (value, _, own) => {
    const best = bestOf(own, (threshold) => value >= threshold);
    return best === undefined
      ? { points: 0, says: `is ${value}, below all that is asked` }
      : { points: best[1], says: `is ${value}, at least ${best[0]}` };
  });

const within =
  (name: string, side: string, distanceOf: (momentMs: EpochMs, nowMs: EpochMs) => number) =>
  (steps: PointSteps): Reader =>
    stepped(name, steps, (value, nowMs, own) => {
      const distance = Math.max(0, distanceOf(value, nowMs));
      const best = bestOf(own, (threshold) => distance <= threshold);
      const far = `is ${daysText(distance)} ${side}`;
      return best === undefined
        ? { points: 0, says: `${far}, further than is asked` }
        : { points: best[1], says: `${far}, within ${daysText(best[0])}` };
    });

export const ahead = within("aheadMs", "ahead", (momentMs, nowMs) => momentMs - nowMs);

export const ago = within("agoMs", "ago", (momentMs, nowMs) => nowMs - momentMs);

/** A text, those of a list, or the names in a record, such as the skills that a lead needs. */
const textsIn = (value: unknown): readonly string[] => {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  const all: readonly unknown[] = isRecord ? Object.keys(value) : [value].flat();
  return all.filter((each) => typeof each === "string");
};

export const words = (points: Readonly<Record<string, number>>): Reader => {
  const known = new Map(Object.entries(points));
  const pointsOf = (word: string): number => known.get(word) ?? 0;
  return {
    most: mostOf([...known.values()]),
    // By name, so that the order in which they are written makes no difference.
    literals: { words: [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, each]) => [word, each]) },
    read: (value) => {
      const [first, ...others] = textsIn(value);
      if (first === undefined) return { says: "is not known: what stands there is no text" };
      const best = others.reduce((a, b) => (pointsOf(b) > pointsOf(a) ? b : a), first);
      const nothing = known.has(best) ? "" : ", which counts for nothing";
      return { points: pointsOf(best), says: `is ${quoted(shortened(best))}${nothing}` };
    },
  };
};
