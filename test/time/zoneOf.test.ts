import { describe, expect, it } from "vitest";
import { awakeTogether, compose, emptyState, holderOf, rotation, unwrap } from "../../src/index.js";
import { isTimeZone } from "../../src/time/isTimeZone.js";
import { zoneOf } from "../../src/time/zoneOf.js";

/** One spelling of a zone's name for each number. */
const spelled = (zone: string, number: number): string =>
  [...zone].map((letter, i) => ((number >> i) & 1 ? letter.toUpperCase() : letter.toLowerCase())).join("");

describe("the zone of a name", () => {
  it("is the same however it is spelled", () => {
    const spellings = Array.from({ length: 64 }, (_, number) => zoneOf(spelled("europe/warsaw", number)));
    expect(new Set(spellings)).toStrictEqual(new Set(["Europe/Warsaw"]));
  });

  it.each([
    "",
    "+01:00",
    "Europe/Nowhere",
    "Etc/GMT+99",
    "__proto__",
    "constructor",
    "UTC ",
    "U".repeat(1e6),
  ])("is none for %.20s", (name) => {
    expect(zoneOf(name)).toBeUndefined();
    expect(isTimeZone(name)).toBe(false);
  });

  it.each(["UTC", "utc", "Etc/GMT+5", "America/Argentina/ComodRivadavia", "EST5EDT"])(
    "is one for %s",
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );
});

/** How often a format of zones is made, which the runtime keeps much for, while something is done. */
const formatsMadeBy = (act: () => void): number => {
  const Original = Intl.DateTimeFormat;
  let made = 0;
  class Counted extends Original {
    constructor(...[locale, options]: ConstructorParameters<typeof Original>) {
      super(locale, options);
      if (options?.timeZoneName !== undefined) made += 1;
    }
  }
  Object.assign(Intl, { DateTimeFormat: Counted });
  try {
    act();
  } finally {
    Object.assign(Intl, { DateTimeFormat: Original });
  }
  return made;
};

describe("leads that spell a zone in many ways", () => {
  it("leave nothing behind for each of them, and are all called by the same clock", () => {
    const desk = compose({ ledger: "desk", filters: [awakeTogether()], selector: rotation() });
    const receivedAtMs = Date.parse("2026-01-05T20:00Z");
    const holderAt = (timeZone: string) => {
      const lead = { id: "l1", receivedAtMs, timeZone };
      return holderOf(unwrap(desk(lead, { reps: [{ id: "ann" }] }, emptyState({ seed: "2026" }))).decision);
    };
    const holders = new Set<string | undefined>();
    const made = formatsMadeBy(() => {
      for (let number = 0; number < 100; number += 1)
        holders.add(holderAt(spelled("asia/ulaanbaatar", number)));
    });

    expect(holders).toStrictEqual(new Set([undefined]));
    expect(made).toBe(1);
  });
});
