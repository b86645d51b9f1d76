import { demand } from "../../internal/demand.js";
import type { Filter } from "../../model/filter.js";
import type { Json } from "../../model/json.js";
import { type Afterwards, afterwardsOptions } from "../afterwards/afterwards.js";
import type { CascadeOptions, Ring, WhenNobody } from "./options.js";

/** The options with what is meant where one is absent. */
export interface Plan extends Required<Omit<CascadeOptions, keyof Afterwards>>, Afterwards {}

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value > 0;

const demandWhole = (name: string, value: number): void =>
  demand(isWhole(value), `cascade: ${name} must be a whole number above 0`);

const demandOneOf = (name: string, value: string, ...options: readonly string[]): void =>
  demand(
    options.includes(value),
    `cascade: ${name} must be one of ${options.map((option) => JSON.stringify(option)).join(", ")}`,
  );

const isFilter = (filter: Filter | undefined): boolean =>
  typeof filter?.test === "function" && typeof filter.name === "string" && filter.name !== "tried";

const demandRings = ({ rings, ringClock, answerMs }: Plan): void => {
  demand(Array.isArray(rings) && rings.length > 0, "cascade: rings must be a list with at least one ring");
  let startMs = 0;
  rings.forEach((ring: Ring | undefined, i) => {
    demand(typeof ring === "object" && ring !== null, `cascade: rings[${i}] is no ring`);
    const { filters = [], endsAfterMs } = ring as Ring;
    demand(
      Array.isArray(filters) && filters.every(isFilter),
      `cascade: rings[${i}] has what is no filter (was it called?)`,
    );
    if (endsAfterMs === undefined) return;
    demandWhole(`endsAfterMs of rings[${i}]`, endsAfterMs);
    const lastsMs = endsAfterMs - startMs;
    demand(
      lastsMs >= answerMs,
      `cascade: rings[${i}] lasts ${lastsMs} ms, and an offer in it takes ${answerMs} ms to be answered`,
    );
    if (ringClock === "arrival") startMs = endsAfterMs;
  });
};

const demandEnd = ({ whenNobody, rings, ringClock }: Plan): void => {
  if (whenNobody === "unassigned") return;
  demand(
    typeof whenNobody === "object" && whenNobody !== null,
    'cascade: whenNobody must be "unassigned", { parkForMs } or { assignTo }',
  );
  demand(
    !("assignTo" in whenNobody && "parkForMs" in whenNobody),
    "cascade: whenNobody must name one end, not two",
  );
  if ("assignTo" in whenNobody) {
    const ids: readonly unknown[] = whenNobody.assignTo;
    const isList = Array.isArray(ids) && ids.length > 0 && ids.every((id) => typeof id === "string");
    demand(isList, "cascade: assignTo must name at least one rep");
    return;
  }
  demandWhole("parkForMs", whenNobody.parkForMs);
  const isOverForEver = ringClock === "arrival" && rings.at(-1)?.endsAfterMs !== undefined;
  demand(!isOverForEver, "cascade: a lead parked after its last ring has ended would be parked for ever");
};

/** Whatever becomes of the lists that were given. */
const copied = ({ filters, ...ring }: Ring): Ring =>
  filters === undefined ? ring : { ...ring, filters: [...filters] };

const kept = (whenNobody: WhenNobody): WhenNobody =>
  typeof whenNobody === "object" && "assignTo" in whenNobody
    ? { assignTo: [...whenNobody.assignTo] }
    : whenNobody;

/** Reads the options, and refuses those that mean nothing. */
export const planOf = (options: CascadeOptions): Plan => {
  demand(typeof options === "object" && options !== null, "cascade: needs options, with answerMs");
  const plan: Plan = {
    ...afterwardsOptions("cascade", options),
    answerMs: options.answerMs,
    atOnce: options.atOnce ?? 1,
    mostOffers: options.mostOffers ?? Number.MAX_SAFE_INTEGER,
    order: options.order ?? "fresh",
    passes: options.passes ?? 1,
    reverse: options.reverse ?? false,
    whenNobody: options.whenNobody === undefined ? "unassigned" : options.whenNobody,
    rings: options.rings ?? [{}],
    ringClock: options.ringClock ?? "ring",
  };
  for (const name of ["answerMs", "atOnce", "mostOffers", "passes"] as const) demandWhole(name, plan[name]);
  demand(typeof plan.reverse === "boolean", "cascade: reverse must be true or false");
  demandOneOf("order", plan.order, "fresh", "fixed");
  demandOneOf("ringClock", plan.ringClock, "ring", "arrival");
  demandRings(plan);
  demandEnd(plan);
  return { ...plan, rings: plan.rings.map(copied), whenNobody: kept(plan.whenNobody) };
};

/** What goes into the fingerprint: everything, filters by name and literals. */
export const literalsOf = ({ policy, rings, whenNobody, ...rest }: Plan): Json => ({
  ...rest,
  policy: { ...policy },
  whenNobody:
    typeof whenNobody === "object" && "assignTo" in whenNobody
      ? { assignTo: [...whenNobody.assignTo] }
      : whenNobody,
  rings: rings.map(({ filters = [], endsAfterMs = null }) => ({
    endsAfterMs,
    filters: filters.map(({ name, literals = null }) => [name, literals]),
  })),
});
