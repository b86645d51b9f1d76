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
];

export const offering: readonly (readonly [string, Setup])[] = [
  [
    "one offer at a time",
    {
      selector: "rotation",
      filters: ["available", "capacity"],
      offers: { answerMs: 3, atOnce: 1, passes: 1, whenSilent: "counts", whenDeclined: "counts" },
      refundsPerRep: 10,
      lookAgainUntil: "offered",
    },
  ],
  [
    "two offers at a time, silent turns ignored, two passes",
    {
      selector: "weighted",
      filters: ["available", "capacity"],
      offers: { answerMs: 3, atOnce: 2, passes: 2, whenSilent: "ignored", whenDeclined: "counts" },
      refundsPerRep: 1,
      lookAgainUntil: "worked",
    },
  ],
  [
    "two offers at a time, refusals ignored, three passes",
    {
      selector: "weighted",
      filters: ["capacity"],
      offers: { answerMs: 10, atOnce: 2, passes: 3, whenSilent: "counts", whenDeclined: "ignored" },
      refundsPerRep: 10,
      lookAgainUntil: "assigned",
    },
  ],
  [
    "one offer at a time for everybody, two passes, nothing ignored",
    {
      selector: "rotation",
      filters: [],
      offers: { answerMs: 1, atOnce: 1, passes: 2, whenSilent: "counts", whenDeclined: "counts" },
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
      service: { withinMs: 6, remindBeforeMs: [1, 4], onlyOneLeft: "again", whenLapsed: "counts" },
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
        onlyOneLeft: "leave",
        mostTimes: 2,
        whenLapsed: "givesBack",
      },
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
        whenLapsed: "givesBack",
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
      offers: { answerMs: 3, atOnce: 2, passes: 2, whenSilent: "counts", whenDeclined: "ignored" },
      service: {
        withinMs: 4,
        remindBeforeMs: [2],
        barLast: 1,
        onlyOneLeft: "again",
        mostTimes: 3,
        whenLapsed: "givesBack",
      },
      refundsPerRep: 10,
      lookAgainUntil: "worked",
    },
  ],
];
