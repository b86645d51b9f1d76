import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AwakeTogetherOptions,
  awakeTogether,
  isAtWork,
  type Rep,
  type Schedule,
} from "../../src/index.js";
import { ask } from "../support/ask.js";
import { aSchedule } from "../time/support/aSchedule.js";

const at = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;

const warsaw: Schedule = {
  timeZone: "Europe/Warsaw",
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }],
};

/** A Monday. 09:00 to 18:00 in Los Angeles is 17:00 to 02:00 UTC; 09:00 to 17:00 in Warsaw is 08:00 to 16:00 UTC. */
const angeles = { timeZone: "America/Los_Angeles" };
const stockholm = { timeZone: "Europe/Stockholm" };

const asked = (rep: Partial<Rep>, nowMs: number, options?: AwakeTogetherOptions, lead: object = angeles) =>
  ask(awakeTogether(options), lead, rep, { nowMs });

describe("awakeTogether", () => {
  it("keeps reps who work while the lead may be called", () => {
    const passesAt = (text: string) => asked({ schedule: warsaw }, at(text), {}, stockholm).passes;
    expect(
      ["2026-01-05T07:59Z", "2026-01-05T08:00Z", "2026-01-05T15:59Z", "2026-01-05T16:00Z"].map(passesAt),
    ).toStrictEqual([false, true, true, false]);
    expect(asked({}, at("2026-01-05T16:59Z")).passes).toBe(false);
    expect(asked({}, at("2026-01-05T17:00Z")).passes).toBe(true);
    expect(asked({}, at("2026-01-03T20:00Z")).passes).toBe(false);
  });

  it("says from when the two meet", () => {
    expect(asked({ schedule: warsaw }, at("2026-01-05T12:00Z"), {}, stockholm)).toMatchObject({
      passes: true,
    });
    expect(asked({}, at("2026-01-05T12:00Z"))).toStrictEqual({
      passes: false,
      reason: "does not work while the lead may be called, until 2026-01-05 17:00 UTC",
      has: null,
      wants: "America/Los_Angeles",
      untilMs: at("2026-01-05T17:00Z"),
    });
    expect(asked({ schedule: warsaw }, at("2026-01-05T12:00Z"))).toStrictEqual({
      passes: false,
      reason: "does not work while the lead may be called, until further notice",
      has: "Europe/Warsaw",
      wants: "America/Los_Angeles",
    });
  });

  it("looks ahead as far as asked, to the millisecond, and not beyond", () => {
    const options = { withinMs: 2 * HOUR };
    const opens = at("2026-01-05T17:00Z");
    expect(asked({}, opens - 2 * HOUR - 1, options)).toMatchObject({
      passes: false,
      untilMs: opens - 2 * HOUR,
    });
    expect(asked({}, opens - 2 * HOUR, options).passes).toBe(true);
  });

  it("counts time off, also where it begins later", () => {
    const opens = at("2026-01-05T17:00Z");
    const timeOff = [{ fromMs: opens, toMs: opens + HOUR }];
    expect(asked({ timeOff }, opens - HOUR, { withinMs: HOUR }).passes).toBe(false);
    expect(asked({ timeOff }, opens - HOUR, { withinMs: 2 * HOUR }).passes).toBe(true);
    expect(asked({ timeOff }, opens)).toMatchObject({ untilMs: opens + HOUR });
  });

  it("follows whenUnknown where the lead's zone is missing or not known", () => {
    for (const lead of [{}, { timeZone: "Mars/Phobos" }, { timeZone: "__proto__" }]) {
      expect(asked({}, 5, {}, lead).passes).toBe(true);
      expect(asked({}, 5, { whenUnknown: "exclude" }, lead)).toStrictEqual({
        passes: false,
        reason: "may not have a lead without a known time zone",
      });
    }
  });

  it("takes contact hours of one's own, in the zone of the lead", () => {
    const contactHours = [{ days: [6], from: "10:00", to: "11:00" }];
    const passesAt = (text: string) => asked({}, at(text), { contactHours }, stockholm).passes;
    expect([passesAt("2026-01-10T08:59Z"), passesAt("2026-01-10T09:00Z")]).toStrictEqual([false, true]);
  });

  it("agrees with every minute from now on, and its index with it", () => {
    const BEGIN = Date.UTC(2025, 9, 20);
    const aMoment = fc.integer({ min: 0, max: 15 * 1440 }).map((minute) => BEGIN + minute * 60_000);
    const aRep = fc.record(
      {
        schedule: aSchedule("Europe/Warsaw", 2025, 2025),
        timeOff: fc.array(
          fc.tuple(aMoment, aMoment).map(([fromMs, toMs]) => ({ fromMs, toMs })),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: [] },
    );
    const contactHours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "21:00", to: "23:30" }];
    const zone = "Asia/Kathmandu";
    const contact = { schedule: { timeZone: zone, hours: contactHours } };
    fc.assert(
      fc.property(
        fc.array(aRep, { minLength: 1, maxLength: 4 }),
        fc.array(aMoment, { minLength: 1, maxLength: 3 }),
        fc.nat({ max: 1500 }),
        (kinds, moments, within) => {
          const withinMs = within * 60_000;
          const filter = awakeTogether({ contactHours, withinMs });
          const reps = kinds.map((rep, i): Rep => ({ ...rep, id: String(i) }));
          const index = filter.index?.(reps);
          for (const nowMs of moments) {
            const places =
              index?.({ lead: { id: "l", receivedAtMs: 0, timeZone: zone }, nowMs })?.[0]?.places[0] ?? 0;
            reps.forEach((rep, place) => {
              let meets = false;
              for (let atMs = nowMs; atMs <= nowMs + withinMs && !meets; atMs += 60_000)
                meets = isAtWork(rep, atMs) && isAtWork(contact, atMs);
              const answer = ask(filter, { timeZone: zone }, rep, { nowMs });
              expect(answer.passes).toBe(meets);
              expect((places & (1 << place)) !== 0).toBe(meets);
            });
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it("refuses hours, times and answers that are none", () => {
    expect(() => awakeTogether({ withinMs: -1 })).toThrow(
      new RangeError("awakeTogether: withinMs must be a whole number, not negative"),
    );
    expect(() => awakeTogether({ withinMs: 0.5 })).toThrow(RangeError);
    expect(() => awakeTogether({ contactHours: [{ days: [9], from: "09:00", to: "10:00" }] })).toThrow(
      RangeError,
    );
    expect(() => awakeTogether({ contactHours: [{ days: [1], from: "9", to: "10:00" }] })).toThrow(
      RangeError,
    );
    expect(() => awakeTogether({ whenUnknown: "maybe" as never })).toThrow(RangeError);
  });

  it("has its options in the fingerprint", () => {
    expect(awakeTogether().literals).toStrictEqual({
      whenUnknown: "pass",
      contactHours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }],
      withinMs: 0,
    });
  });
});
