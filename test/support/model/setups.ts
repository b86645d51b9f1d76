import type { Setup } from "./setup.js";

/** Strategies that the model knows, by what is said of them. */
export const assigning: readonly (readonly [string, Setup])[] = [
  [
    "rotation behind availability and capacity",
    {
      selector: "rotation",
      filters: ["available", "capacity"],
      refundsPerRep: 10,
      lookAgainUntil: "offered",
    },
  ],
  [
    "weighted behind both, with one refund, looked at again until worked",
    {
      selector: "weighted",
      filters: ["available", "capacity"],
      refundsPerRep: 1,
      lookAgainUntil: "worked",
    },
  ],
  [
    "weighted for everybody",
    { selector: "weighted", filters: [], refundsPerRep: 2, lookAgainUntil: "assigned" },
  ],
  [
    "weighted, where what counts and what gives back is the other way round",
    {
      selector: "weighted",
      filters: ["available", "capacity"],
      refundsPerRep: 10,
      lookAgainUntil: "worked",
      policy: {
        returned: "counts",
        noShow: "counts",
        cancelled: "givesBack",
        disqualified: "givesBack",
        merged: "counts",
        reassignedAway: "counts",
        reassignedTo: "counts",
        released: "counts",
      },
    },
  ],
];

/** One that assigns and one that offers, each owing. */
export const owing: readonly (readonly [string, Setup])[] = [
  [
    "rotation that owes for absence for a while, and for full hands for ever",
    {
      selector: "rotation",
      filters: ["available", "capacity"],
      owes: { available: { mostLeads: 2, expiresAfterMs: 4 }, capacity: { mostLeads: 1 } },
      refundsPerRep: 10,
      lookAgainUntil: "worked",
      policy: { reassignedTo: "counts" },
    },
  ],
  [
    "weighted, two offers at a time, that owes for full hands and forgives absence",
    {
      selector: "weighted",
      filters: ["available", "capacity"],
      owes: { capacity: { mostLeads: 1, expiresAfterMs: 9 } },
      offers: { answerMs: 3, atOnce: 2, passes: 2 },
      refundsPerRep: 2,
      lookAgainUntil: "assigned",
    },
  ],
];

export const offering: readonly (readonly [string, Setup])[] = [
  [
    "one offer at a time",
    {
      selector: "rotation",
      filters: ["available", "capacity"],
      offers: { answerMs: 3, atOnce: 1, passes: 1 },
      refundsPerRep: 10,
      lookAgainUntil: "offered",
    },
  ],
  [
    "two offers at a time, silent turns ignored, two passes",
    {
      selector: "weighted",
      filters: ["available", "capacity"],
      offers: { answerMs: 3, atOnce: 2, passes: 2 },
      policy: { timedOut: "ignored" },
      refundsPerRep: 1,
      lookAgainUntil: "worked",
    },
  ],
  [
    "two offers at a time, refusals ignored, three passes",
    {
      selector: "weighted",
      filters: ["capacity"],
      offers: { answerMs: 10, atOnce: 2, passes: 3 },
      policy: { refused: "ignored", returned: "counts", reassignedTo: "counts" },
      refundsPerRep: 10,
      lookAgainUntil: "assigned",
    },
  ],
  [
    "one offer at a time for everybody, two passes, nothing ignored",
    {
      selector: "rotation",
      filters: [],
      offers: { answerMs: 1, atOnce: 1, passes: 2 },
      refundsPerRep: 0,
      lookAgainUntil: "worked",
    },
  ],
  [
    "two offers at a time, then a race of those who were silent, then aside",
    {
      selector: "rotation",
      filters: ["capacity"],
      offers: { answerMs: 2, atOnce: 2, passes: 1 },
      silentMayClaimForMs: 4,
      parkForMs: 3,
      refundsPerRep: 10,
      lookAgainUntil: "assigned",
    },
  ],
];

export const racing: readonly (readonly [string, Setup])[] = [
  [
    "a race of everybody, with a segment",
    {
      selector: "rotation",
      filters: ["capacity"],
      race: { first: 100, groups: [{ filters: [], openMs: 5 }] },
      segments: { seniors: ["available"] },
      segmentMs: 3,
      refundsPerRep: 10,
      lookAgainUntil: "offered",
    },
  ],
  [
    "two groups of the first two, then aside",
    {
      selector: "weighted",
      filters: ["capacity"],
      race: {
        first: 2,
        groups: [
          { filters: ["available"], openMs: 2 },
          { filters: [], openMs: 4 },
        ],
      },
      parkForMs: 4,
      refundsPerRep: 1,
      lookAgainUntil: "worked",
    },
  ],
];

export const pooling: readonly (readonly [string, Setup])[] = [
  [
    "a pool in which leads stay",
    {
      selector: "rotation",
      filters: ["available", "capacity"],
      pool: { pushAfterMs: 0 },
      refundsPerRep: 10,
      lookAgainUntil: "offered",
    },
  ],
  [
    "a pool from which leads are given away, or put aside",
    {
      selector: "weighted",
      filters: ["capacity", "available"],
      pool: { pushAfterMs: 5 },
      parkForMs: 3,
      refundsPerRep: 1,
      lookAgainUntil: "worked",
    },
  ],
];

export const dealing: readonly (readonly [string, Setup])[] = [
  [
    "what is approved counts, and leads are pushed in the end",
    {
      selector: "rotation",
      filters: ["available"],
      manual: { decideMs: 6, mostSuggested: 2 },
      segments: { seniors: ["capacity"], "": [] },
      segmentMs: 3,
      refundsPerRep: 10,
      lookAgainUntil: "offered",
    },
  ],
  [
    "what is overridden counts, and leads are put aside in the end",
    {
      selector: "weighted",
      filters: ["capacity", "available"],
      manual: { decideMs: 3, mostSuggested: 1 },
      policy: { approved: "ignored", overridden: "counts" },
      parkForMs: 4,
      refundsPerRep: 0,
      lookAgainUntil: "worked",
    },
  ],
];

/** The same with a time for first contact. */
export const serving: readonly (readonly [string, Setup])[] = [
  [
    "rotation, reminded twice, everybody barred",
    {
      selector: "rotation",
      filters: ["available", "capacity"],
      service: { withinMs: 6, remindBeforeMs: [1, 4], onlyOneLeft: "again" },
      refundsPerRep: 10,
      lookAgainUntil: "worked",
    },
  ],
  [
    "weighted, prices given back, the last two barred, left where nobody else is, twice at most",
    {
      selector: "weighted",
      filters: ["available"],
      service: {
        withinMs: 2,
        remindBeforeMs: [],
        barLast: 2,
        onlyOneLeft: "unassigned",
        mostLapses: 2,
      },
      policy: { lapsed: "givesBack" },
      refundsPerRep: 1,
      lookAgainUntil: "offered",
    },
  ],
  [
    "for everybody, prices given back, only the last barred, reminded before the time begins",
    {
      selector: "rotation",
      filters: [],
      service: {
        withinMs: 3,
        remindBeforeMs: [9, 1],
        barLast: 1,
        onlyOneLeft: "again",
      },
      refundsPerRep: 2,
      lookAgainUntil: "assigned",
    },
  ],
  [
    "two offers at a time, then a time for first contact, the last barred",
    {
      selector: "weighted",
      filters: ["available", "capacity"],
      offers: { answerMs: 3, atOnce: 2, passes: 2 },
      policy: { refused: "ignored", lapsed: "givesBack" },
      service: {
        withinMs: 4,
        remindBeforeMs: [2],
        barLast: 1,
        onlyOneLeft: "again",
        mostLapses: 3,
      },
      refundsPerRep: 10,
      lookAgainUntil: "worked",
    },
  ],
];
