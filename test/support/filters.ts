import {
  atMostAhead,
  available,
  awakeTogether,
  capacity,
  channel,
  coolDown,
  duringHours,
  exclude,
  experience,
  expertise,
  type Filter,
  finishFirst,
  industry,
  language,
  limits,
  owner,
  quotas,
  region,
  responsive,
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

const covered = PASS_OR_EXCLUDE.map((whenAway) => owner({ whenAway, cover: true }));

const owners = PASS_OR_EXCLUDE.flatMap((whenGone) =>
  PASS_OR_EXCLUDE.map((whenAway) => owner({ whenGone, whenAway })),
);

/** Every filter of ours, under every option, by what is said of it. */
export const filters: readonly (readonly [string, Filter])[] = [
  ...asking.flatMap((filter) => [filter(), filter({ whenUnknown: "exclude" })]),
  ...owners,
  ...covered,
  owner({ whenAway: { retryMs: 2, mostMs: 5 }, cover: true }),
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
  coolDown({ pauseMs: 3 }),
  finishFirst({ most: 2, until: "worked", exempt: ["hot"] }),
  finishFirst({ most: 3, until: "closed" }),
  responsive({ silencesInARow: 2, forMs: 5 }),
  atMostAhead(0.5),
  atMostAhead(2, { exempt: ["byHand"] }),
  where("notVip", 1, ({ lead, rep }) => lead.segment !== "enterprise" || rep.tier !== 3),
].map((filter) => [`${filter.name} ${JSON.stringify(filter.literals ?? {})}`, filter]);
