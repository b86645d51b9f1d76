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
];
