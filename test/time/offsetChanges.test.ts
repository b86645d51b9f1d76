import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { offsetChanges } from "../../src/index.js";
import { zones } from "./support/zones.js";

const [FROM, TO] = [Date.UTC(2005, 0), Date.UTC(2030, 0)];

const byTemporal = (zone: string) => {
  let at = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
  const changes = [];
  for (let next: typeof at | null = at; next !== null && next.epochMilliseconds < TO; ) {
    at = next;
    changes.push({ atMs: at.epochMilliseconds, offsetMinutes: at.offsetNanoseconds / 6e10 });
    next = at.getTimeZoneTransition("next");
  }
  return changes;
};

describe("offsetChanges", () => {
  it.each(zones)("lists every change of the clocks, as Temporal has them, in %s", (zone) => {
    const changes = offsetChanges(zone, FROM, TO);
    expect(changes).toStrictEqual(byTemporal(zone));
    expect(changes.length).toBeGreaterThan(zone === "Asia/Kathmandu" ? 0 : 5);
  });

  it("has nothing to say of no time at all", () => {
    expect(offsetChanges("UTC", 5, 5)).toStrictEqual([]);
  });

  it.each(["Mars/Phobos", "", "+01:00", 5])("refuses %j", (zone) => {
    expect(() => offsetChanges(zone as string, FROM, TO)).toThrow(RangeError);
  });
});
