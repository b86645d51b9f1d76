import { countsOf, type Dealt, nobody, pooledSince, push } from "./deal.js";
import type { Spot } from "./desk.js";
import type { FilterName, Setup } from "./setup.js";
import { type Question, survey } from "./survey.js";

type Tried = ReadonlySet<string>;
type Pooled = Extract<Spot, { readonly status: "pooled" }>;

/** What is asked of whoever claims a lead in that pool, beside the strategy's own filters. */
export const alsoFor = (
  { race, segments = {} }: Setup,
  { segment, group = 0 }: Pooled,
): readonly FilterName[] => {
  if (segment !== undefined) return segments[segment] ?? [];
  return race?.groups[group]?.filters ?? [];
};

/** The first group from there on that has somebody may claim the lead. */
export const openRace = (question: Question, tried: Tried, from: number, wasOpen: boolean): Dealt => {
  const { groups = [], first = 0 } = question.desk.setup.race ?? {};
  for (const [group, { filters, openMs }] of groups.entries()) {
    const asked = survey(question, tried, filters);
    if (group < from || asked.order.length === 0) continue;
    const mayClaim = asked.order.slice(0, first).map(({ id }) => id);
    const [sinceMs, wakeAtMs] = [pooledSince(question), question.atMs + openMs];
    return {
      spot: { status: "pooled", mode: "open", mayClaim, sinceMs, group, wakeAtMs },
      tried,
      counts: countsOf(asked),
    };
  }
  return nobody(question, tried, wasOpen ? "nobody-claimed" : undefined, groups.at(-1)?.filters);
};

/** The lead lies in the pool, or is given away where it has lain there long enough. */
export const putIn = (question: Question, tried: Tried): Dealt => {
  const { pushAfterMs = 0 } = question.desk.setup.pool ?? {};
  const sinceMs = pooledSince(question);
  const wakeAtMs = sinceMs + pushAfterMs;
  if (pushAfterMs > 0 && question.atMs >= wakeAtMs) return push(question, tried, "nobody-claimed");
  const wake = pushAfterMs > 0 ? { wakeAtMs } : {};
  return {
    spot: { status: "pooled", mode: "open", sinceMs, ...wake },
    tried,
    counts: countsOf(survey(question, tried)),
  };
};

/** The lead waits to be dealt by hand. */
export const awaitManager = (question: Question, tried: Tried, wakeAtMs: number): Dealt => {
  const asked = survey(question, tried);
  const suggested = asked.order.slice(0, question.desk.setup.manual?.mostSuggested).map(({ id }) => id);
  return {
    spot: { status: "parked", reason: "awaits-manager", wakeAtMs, suggested },
    tried,
    counts: countsOf(asked),
  };
};

/** Somebody opens the lead to a segment. */
export const openSegment = (question: Question, tried: Tried, segment: string): Dealt => {
  const { segments = {}, segmentMs = 1, race } = question.desk.setup;
  const asked = survey(question, tried, segments[segment]);
  const mayClaim = asked.order.slice(0, race?.first).map(({ id }) => id);
  const [sinceMs, wakeAtMs] = [pooledSince(question), question.atMs + segmentMs];
  return {
    spot: { status: "pooled", mode: "open", mayClaim, sinceMs, segment, wakeAtMs },
    tried,
    counts: countsOf(asked),
  };
};
