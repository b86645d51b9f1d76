import {
  atMostAhead,
  available,
  awakeTogether,
  capacity,
  channel,
  duringHours,
  exclude,
  experience,
  expertise,
  type Filter,
  industry,
  language,
  limits,
  owner,
  quotas,
  region,
  role,
  segment,
  source,
  team,
  type WhenUnknown,
  where,
} from "../../src/index.js";

/** Every filter that asks the lead for something. */
const asking: readonly ((options?: WhenUnknown) => Filter)[] = [
  region,
  language,
  expertise,
  experience,
  role,
  team,
  industry,
  source,
  channel,
  segment,
  owner,
  exclude,
];

const PASS_OR_EXCLUDE = ["pass", "exclude"] as const;

const owners = PASS_OR_EXCLUDE.flatMap((whenGone) =>
  PASS_OR_EXCLUDE.map((whenAway) => owner({ whenGone, whenAway })),
);

/** Every filter of ours, under every option, by what is said of it. */
export const filters: readonly (readonly [string, Filter])[] = [
  ...asking.flatMap((filter) => [filter(), filter({ whenUnknown: "exclude" })]),
  ...owners,
  available(),
  available({ beforeLeaveMs: 2, afterLeaveMs: 1, whenNobodyAtWork: "park" }),
  available({ whenNobodyAtWork: "ignoreHours" }),
  awakeTogether(),
  awakeTogether({ withinMs: 10 * 3_600_000, whenUnknown: "exclude" }),
  duringHours({ timeZone: "UTC", dates: [{ date: "1970-01-01", hours: [] }] }),
  duringHours({ timeZone: "UTC", hours: [{ days: [4], from: "00:00", to: "00:01" }] }, { whenShut: "park" }),
  capacity(),
  limits(),
  limits({
    name: "inbound",
    each: [{ most: 1, per: "day" }],
    total: [{ most: 2, windowMs: 3 }],
    tiers: [1, 2],
    whenFull: "park",
  }),
  quotas(),
  atMostAhead(0.5),
  atMostAhead(2, { exempt: ["byHand"] }),
  where("notVip", 1, ({ lead, rep }) => lead.segment !== "enterprise" || rep.tier !== 3),
].map((filter) => [`${filter.name} ${JSON.stringify(filter.literals ?? {})}`, filter]);
