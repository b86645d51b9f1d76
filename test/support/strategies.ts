import {
  all,
  assign,
  atMostAhead,
  available,
  awakeTogether,
  capacity,
  cascade,
  channel,
  compose,
  coolDown,
  duringHours,
  exclude,
  experience,
  expertise,
  finishFirst,
  industry,
  language,
  lastTakerFirst,
  limits,
  manual,
  owe,
  owner,
  patience,
  pool,
  prefer,
  quotas,
  race,
  region,
  responsive,
  role,
  rotation,
  type Strategy,
  segment,
  serviceLevel,
  source,
  team,
  weighted,
  where,
} from "../../src/index.js";

const everyFilter = [
  region(),
  language(),
  expertise(),
  available(),
  capacity(),
  where("notVip", 1, ({ lead, rep }) => lead.segment !== "enterprise" || rep.tier !== 3),
];

const otherFilters = [
  owner({ whenAway: "exclude" }),
  exclude(),
  role(),
  team(),
  prefer(experience()),
  prefer(prefer(industry())),
  source(),
  channel(),
  prefer(segment({ whenUnknown: "exclude" })),
  prefer(awakeTogether()),
];

/** Each of them may leave everybody out by the clock, and has the lead wait. */
const byTheClock = [
  duringHours({ timeZone: "UTC", dates: [{ date: "1970-01-01", hours: [] }] }, { whenShut: "park" }),
  available({ beforeLeaveMs: 1, afterLeaveMs: 1, whenNobodyAtWork: "park" }),
];

/** One cascade of each kind. Times are short, since moments in scenarios lie close together. */
export const cascades: readonly (readonly [string, Strategy])[] = [
  [
    "offers in turn",
    compose({
      ledger: "desk",
      filters: [available(), capacity()],
      selector: rotation(),
      delivery: cascade({ answerMs: 3 }),
    }),
  ],
  [
    "two offers at a time, in the first order, back and forth, and aside when nobody accepts",
    compose({
      ledger: "desk",
      filters: everyFilter,
      selector: weighted(),
      delivery: cascade({
        answerMs: 2,
        atOnce: 2,
        order: "fixed",
        passes: 3,
        reverse: true,
        mostOffers: 7,
        policy: { timedOut: "ignored" },
        whenNobody: { parkForMs: 4 },
        lookAgainUntil: "worked",
      }),
    }),
  ],
  [
    "two offers at a time within limits",
    compose({
      ledger: "desk",
      filters: [available(), capacity(), limits({ exempt: ["owner", "byHand"] }), quotas()],
      selector: rotation(),
      delivery: cascade({ answerMs: 2, atOnce: 2 }),
    }),
  ],
  [
    "rings that widen, counted from the ring",
    compose({
      ledger: "desk",
      filters: [capacity(), owner({ whenAway: { retryMs: 2, mostMs: 5 } })],
      selector: lastTakerFirst(rotation()),
      delivery: cascade({
        answerMs: 2,
        rings: [
          { filters: [region(), language()], endsAfterMs: 3 },
          { filters: [available()] },
          { endsAfterMs: 5 },
        ],
        passes: 2,
        policy: { refused: "ignored" },
        lookAgainUntil: "assigned",
      }),
    }),
  ],
  [
    "rings counted from the lead's arrival, with somebody named at the end",
    compose({
      ledger: "",
      filters: [available(), capacity(), prefer(expertise())],
      selector: all(),
      delivery: cascade({
        answerMs: 1,
        atOnce: 3,
        ringClock: "arrival",
        rings: [{ filters: [prefer(language())], endsAfterMs: 2 }, { endsAfterMs: 5 }],
        whenNobody: { assignTo: ["__proto__", "ann", "", "a"] },
        refundsPerRep: 0,
      }),
    }),
  ],
];

const seniors = where("seniors", 1, ({ rep }) => rep.tier === 1);

/** Whom leads wait for that nobody is asked about: races, a pool, somebody who deals. Times are short here too. */
export const waiting: readonly (readonly [string, Strategy])[] = [
  [
    "a race of the first two, blind, with a segment",
    compose({
      ledger: "desk",
      filters: [available(), capacity(), limits()],
      selector: rotation(),
      delivery: race({
        openMs: 3,
        first: 2,
        mode: "blind",
        shows: ["region", "attributes.plan"],
        segments: { seniors: [seniors], "": [] },
      }),
    }),
  ],
  [
    "groups that race one after the other, and aside when nobody claims",
    compose({
      ledger: "desk",
      filters: [capacity(), owner({ whenAway: { retryMs: 2, mostMs: 5 } })],
      selector: weighted(),
      delivery: race({
        openMs: 2,
        groups: [{ filters: [prefer(region())] }, { filters: [available()], openMs: 3 }, {}],
        whenNobody: { parkForMs: 4 },
        lookAgainUntil: "worked",
      }),
    }),
  ],
  [
    "a pool from which leads are given away when nobody takes them",
    compose({
      ledger: "desk",
      filters: [available({ whenNobodyAtWork: "park" }), capacity(), prefer(language())],
      selector: rotation(),
      delivery: pool({
        mode: "blind",
        pushAfterMs: 4,
        whenNobody: { assignTo: ["ann", "", "a"] },
        lookAgainUntil: "assigned",
      }),
    }),
  ],
  [
    "leads that somebody deals, or opens to a segment",
    compose({
      ledger: "desk",
      filters: [available(), capacity()],
      selector: weighted(),
      delivery: manual({
        decideMs: 4,
        mostSuggested: 2,
        segments: { seniors: [seniors], "": [] },
        openMs: 3,
        policy: { overridden: "counts" },
        lookAgainUntil: "worked",
      }),
    }),
  ],
  [
    "offers in turn, then a race of those who were silent",
    compose({
      ledger: "desk",
      filters: [capacity(), available()],
      selector: rotation(),
      delivery: cascade({
        answerMs: 2,
        atOnce: 2,
        passes: 2,
        lookAgainUntil: "assigned",
        whenNobody: { silentMayClaimForMs: 3, whenUnclaimed: { parkForMs: 2 } },
      }),
    }),
  ],
];

const strict = { whenUnknown: "exclude" } as const;

/** One rep's own limits, and those of the desk for each and for all. */
const limited = [
  limits({ whenFull: "park" }),
  limits({
    name: "desk",
    each: [{ most: 2, per: "hour" }],
    total: [{ most: 5, windowMs: 4 }],
    exempt: ["hot"],
  }),
];

/** One strategy of each kind, by what is said of it. */
export const strategies: readonly (readonly [string, Strategy])[] = [
  ["rotation without filters", compose({ ledger: "desk", filters: [], selector: rotation() })],
  ["weighted behind every filter", compose({ ledger: "desk", filters: everyFilter, selector: weighted() })],
  [
    "rotation behind every filter",
    compose({ ledger: "__proto__", filters: everyFilter, selector: rotation() }),
  ],
  ["all behind every filter", compose({ ledger: "", filters: everyFilter, selector: all() })],
  [
    "weighted behind owners, conflicts, values and preferences",
    compose({ ledger: "desk", filters: otherFilters, selector: weighted() }),
  ],
  [
    "rotation by the clock, leads that wait for somebody at work",
    compose({ ledger: "desk", filters: byTheClock, selector: rotation() }),
  ],
  [
    "weighted behind hours that only order",
    compose({
      ledger: "desk",
      filters: [available({ whenNobodyAtWork: "ignoreHours" })],
      selector: weighted(),
    }),
  ],
  [
    "weighted behind limits, quotas first",
    compose({ ledger: "desk", filters: [...limited, quotas(), capacity()], selector: weighted() }),
  ],
  [
    "weighted that refunds nothing",
    compose({
      ledger: "desk",
      filters: [available()],
      selector: weighted(),
      delivery: assign({ refundsPerRep: 0 }),
    }),
  ],
];

/** Times for first contact, guards, and what the ledger owes, counts anew and holds back. */
export const accounting: readonly (readonly [string, Strategy])[] = [
  [
    "offers in turn with a time for first contact, silent reps set aside, unfinished leads first",
    compose({
      ledger: "desk",
      filters: [
        available(),
        capacity(),
        responsive({ silencesInARow: 2, forMs: 4 }),
        finishFirst({ most: 2, until: "worked" }),
      ],
      selector: rotation(),
      delivery: serviceLevel(cascade({ answerMs: 2, atOnce: 2, passes: 2 }), {
        withinMs: 3,
        remindBeforeMs: [1],
        barLast: 1,
        mostLapses: 3,
        policy: { lapsed: "givesBack" },
      }),
    }),
  ],
  [
    "weighted in working minutes, with a pause between leads, substitutes for whoever is away",
    compose({
      ledger: "desk",
      filters: [
        owner({ cover: true }),
        available(),
        capacity(),
        coolDown({ pauseMs: 2, exempt: ["byHand"] }),
      ],
      selector: weighted(),
      delivery: serviceLevel(assign(), { withinWorkingMinutes: 1, remindBeforeMs: [1, 59_998] }),
    }),
  ],
  [
    "weighted that owes for absence, full hands and owners' leads",
    compose({
      ledger: "desk",
      filters: [
        owe(owner(), { mostLeads: 4 }),
        owe(available(), { mostLeads: 2, expiresAfterMs: 7 }),
        owe(capacity(), { mostLeads: 1 }),
        prefer(region()),
      ],
      selector: weighted(),
    }),
  ],
  [
    "rotation that starts anew every tenth moment",
    compose({
      ledger: "desk",
      period: { name: "tens", startOf: (atMs) => Math.floor(atMs / 10) * 10 },
      filters: [available()],
      selector: rotation(),
    }),
  ],
  [
    "patient rotation, and nobody too far ahead",
    compose({
      ledger: "desk",
      filters: [owe(available({ whenNobodyAtWork: "park" }), { mostLeads: 3 }), atMostAhead(1)],
      selector: patience(rotation(), { withinLeads: 0.5, mostWaitMs: 4 }),
    }),
  ],
];

/** Answers nobody, or hardly anybody, where the lead says nothing. */
export const strictStrategy = compose({
  ledger: "desk",
  filters: [region(strict), language(strict), expertise(strict)],
  selector: weighted(),
});
