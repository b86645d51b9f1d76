import { demand } from "../../internal/demand.js";
import type { Json } from "../../model/json.js";
import { type Afterwards, afterwardsOptions } from "../afterwards/afterwards.js";
import { demandFilters, demandOneOf, demandWhole, literalsOfFilters } from "../demands.js";
import { demandEnd, keptEnd, type WhenNobody } from "../whenNobody/whenNobody.js";
import type { CascadeOptions, Ring, WhenNobodyAccepts } from "./options.js";

/** The options with what is meant where one is absent. */
export interface Plan extends Required<Omit<CascadeOptions, "whenNobody" | keyof Afterwards>>, Afterwards {
  readonly end: End;
}

const demandRings = ({ rings, ringClock, answerMs }: Plan): void => {
  demand(Array.isArray(rings) && rings.length > 0, "cascade: rings must be a list with at least one ring");
  let startMs = 0;
  rings.forEach((ring: Ring | undefined, i) => {
    demand(typeof ring === "object" && ring !== null, `cascade: rings[${i}] is no ring`);
    const { filters = [], endsAfterMs } = ring as Ring;
    demandFilters("cascade", `rings[${i}]`, filters);
    if (endsAfterMs === undefined) return;
    demandWhole("cascade", `endsAfterMs of rings[${i}]`, endsAfterMs);
    const lastsMs = endsAfterMs - startMs;
    demand(
      lastsMs >= answerMs,
      `cascade: rings[${i}] lasts ${lastsMs} ms, and an offer in it takes ${answerMs} ms to be answered`,
    );
    if (ringClock === "arrival") startMs = endsAfterMs;
  });
};

/** What comes in the end, and for how long whoever was silent may claim the lead before: 0 is not at all. */
interface End {
  readonly silentMayClaimForMs: number;
  readonly whenUnclaimed: WhenNobody;
}

const ENDS = '"unassigned", { parkForMs }, { assignTo } or { silentMayClaimForMs }';

const endOf = (whenNobody: WhenNobodyAccepts): End => {
  if (typeof whenNobody !== "object" || whenNobody === null || !("silentMayClaimForMs" in whenNobody)) {
    demandEnd("cascade", whenNobody, "whenNobody", ENDS);
    return { silentMayClaimForMs: 0, whenUnclaimed: keptEnd(whenNobody) };
  }
  const { silentMayClaimForMs, whenUnclaimed = "unassigned" } = whenNobody as Partial<End>;
  const isAlone = !("assignTo" in whenNobody) && !("parkForMs" in whenNobody);
  demand(isAlone, "cascade: whenNobody must name one end, not two");
  demandWhole("cascade", "silentMayClaimForMs", silentMayClaimForMs);
  demandEnd("cascade", whenUnclaimed, "whenUnclaimed");
  return { silentMayClaimForMs: silentMayClaimForMs as number, whenUnclaimed: keptEnd(whenUnclaimed) };
};

const demandWaking = ({ end, rings, ringClock }: Plan): void => {
  const isParked = typeof end.whenUnclaimed === "object" && "parkForMs" in end.whenUnclaimed;
  const isOverForEver = ringClock === "arrival" && rings.at(-1)?.endsAfterMs !== undefined;
  demand(
    !isParked || !isOverForEver,
    "cascade: a lead parked after its last ring has ended would be parked for ever",
  );
};

/** Whatever becomes of the lists that were given. */
const copied = ({ filters, ...ring }: Ring): Ring =>
  filters === undefined ? ring : { ...ring, filters: [...filters] };

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
    end: endOf(options.whenNobody === undefined ? "unassigned" : options.whenNobody),
    rings: options.rings ?? [{}],
    ringClock: options.ringClock ?? "ring",
  };
  for (const name of ["answerMs", "atOnce", "mostOffers", "passes"] as const)
    demandWhole("cascade", name, plan[name]);
  demand(typeof plan.reverse === "boolean", "cascade: reverse must be true or false");
  demandOneOf("cascade", "order", plan.order, "fresh", "fixed");
  demandOneOf("cascade", "ringClock", plan.ringClock, "ring", "arrival");
  demandRings(plan);
  demandWaking(plan);
  return { ...plan, rings: plan.rings.map(copied) };
};

/** What goes into the fingerprint: everything, filters by name and literals. */
export const literalsOf = ({ policy, rings, end, ...rest }: Plan): Json => ({
  ...rest,
  policy: { ...policy },
  whenNobody:
    end.silentMayClaimForMs === 0
      ? keptEnd(end.whenUnclaimed)
      : { ...end, whenUnclaimed: keptEnd(end.whenUnclaimed) },
  rings: rings.map(({ filters = [], endsAfterMs = null }) => ({
    endsAfterMs,
    filters: literalsOfFilters(filters),
  })),
});
