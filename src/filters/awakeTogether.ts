import { demand } from "../internal/demand.js";
import { addPlaces, dropPlace, hasPlace, noPlaces, placesIn } from "../internal/placeSet.js";
import type { Filter } from "../model/filter.js";
import type { PlaceSet } from "../model/filterIndex.js";
import type { EpochMs } from "../model/instant.js";
import type { Json } from "../model/json.js";
import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import type { Schedule, WeeklyHours } from "../model/schedule.js";
import { calendarOf } from "../time/calendar.js";
import { firstTogether, type WorkingTime } from "../time/work.js";
import { zoneOf } from "../time/zoneOf.js";
import { alike, everybodyOf, passing } from "./indexes/answers.js";
import { addHolders } from "./indexes/holders.js";
import { schedulesOf } from "./indexes/schedules.js";
import { timesOffOf } from "./indexes/timesOff.js";
import { PASS } from "./pass.js";
import { untilOf, untilText } from "./untilText.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

/**
 * When a lead may be called, for {@link awakeTogether}.
 *
 * @since 0.1.0
 */
export interface AwakeTogetherOptions extends WhenUnknown {
  /** When leads may be called, on the clock of the lead's `timeZone`. Absent: Monday to Friday, 09:00 to 18:00. */
  readonly contactHours?: readonly WeeklyHours[];
  /** So soon there must be a moment at which the lead may be called and the rep works, in whole milliseconds. Absent: 0, so now. */
  readonly withinMs?: number;
}

const CONTACT_HOURS: readonly WeeklyHours[] = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }];

/** The contact hours on the clocks of each zone, made once for each. */
const contactsOf = (hours: readonly WeeklyHours[]): ((lead: Lead) => WorkingTime | undefined) => {
  const contacts = new Map<string, WorkingTime>();
  return ({ timeZone: name }) => {
    const timeZone = name === undefined ? undefined : zoneOf(name);
    if (timeZone === undefined) return undefined;
    const before = contacts.get(timeZone);
    if (before !== undefined) return before;
    const made = { schedule: { timeZone, hours } satisfies Schedule };
    contacts.set(timeZone, made);
    return made;
  };
};

/** Whether there is a moment soon at which both are there. */
const meetSoon = (contact: WorkingTime, worker: WorkingTime, nowMs: EpochMs, withinMs: number): boolean => {
  const meetMs = firstTogether([contact, worker], nowMs, withinMs);
  return meetMs !== undefined && meetMs <= nowMs + withinMs;
};

/** Who meets the contact soon. Each schedule is asked once, and by itself whoever is on time off now or soon. */
const meetersOf = (
  reps: readonly Rep[],
  withinMs: number,
): ((contact: WorkingTime, nowMs: EpochMs) => PlaceSet) => {
  const { known, without } = schedulesOf(reps, () => true);
  const addNear = timesOffOf(reps, ({ timeOff = [] }) =>
    timeOff
      .filter(({ fromMs, toMs }) => fromMs < toMs)
      .map(({ fromMs, toMs }) => ({ fromMs: fromMs - withinMs, toMs })),
  );
  return (contact: WorkingTime, nowMs: EpochMs) => {
    const places = noPlaces(reps.length);
    if (meetSoon(contact, {}, nowMs, withinMs)) addPlaces(places, without);
    for (const { schedule, holders } of known)
      if (meetSoon(contact, { schedule }, nowMs, withinMs)) addHolders(places, holders);
    const near = noPlaces(reps.length);
    addNear(near, nowMs);
    for (const place of placesIn(near))
      if (hasPlace(places, place) && !meetSoon(contact, reps[place] as Rep, nowMs, withinMs))
        dropPlace(places, place);
    return places;
  };
};

/**
 * Keeps the reps who work while the lead may be called: now, or within a time.
 *
 * Contact hours are on the clock of the lead's own zone; a rep works within its schedule and on no time off, without either all the
 * time. A rep passes when there is a moment from now to `withinMs` later, both included, at which the lead may be called and
 * the rep works. Whether the rep is there now is for {@link available}, beside this filter.
 *
 * @remarks
 * - **Unknown:** a lead without a time zone, or with one that the runtime does not know, follows `whenUnknown`.
 * - **Until when:** an exclusion says so: `withinMs` before the two first meet. Hours are looked for as far ahead as {@link nextOpening} does.
 * - **Errors:** a `RangeError` for hours that are none, for a time that is not whole or below 0, and for any other `whenUnknown`.
 * - **Cost:** O(openings within the time) for each rep; for a whole roster that for each schedule that differs and each rep who is on time
 *   off now or soon, and O(reps / 32).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [awakeTogether()], selector: rotation() });
 * const hours = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }];
 * const roster = {
 *   reps: [
 *     { id: "ann", schedule: { timeZone: "Europe/Warsaw", hours } },
 *     { id: "bob", schedule: { timeZone: "America/New_York", hours } },
 *   ],
 * };
 * const lead = { id: "l1", receivedAtMs: Date.parse("2026-01-05T17:00Z"), timeZone: "America/Los_Angeles" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const awakeTogether = (options: AwakeTogetherOptions = {}): Filter => {
  const { literals, unknown } = whenUnknownOf("awakeTogether", "a known time zone", options);
  const { contactHours = CONTACT_HOURS, withinMs = 0 } = options;
  demand(
    Number.isSafeInteger(withinMs) && withinMs >= 0,
    "awakeTogether: withinMs must be a whole number, not negative",
  );
  calendarOf({ timeZone: "UTC", hours: contactHours });
  const contactOf = contactsOf(contactHours);
  return {
    name: "awakeTogether",
    literals: { ...literals, contactHours: contactHours as unknown as Json, withinMs },
    index: (reps) => {
      const everybody = everybodyOf(reps);
      const meeters = meetersOf(reps, withinMs);
      return ({ lead, nowMs }) => {
        const contact = contactOf(lead);
        return contact === undefined ? alike(everybody, unknown) : passing(meeters(contact, nowMs));
      };
    },
    test: ({ lead, rep, nowMs }) => {
      const contact = contactOf(lead);
      if (contact === undefined) return unknown;
      if (meetSoon(contact, rep, nowMs, withinMs)) return PASS;
      const meetMs = firstTogether([contact, rep], nowMs);
      const fromMs = meetMs === undefined ? undefined : meetMs - withinMs;
      return {
        passes: false,
        reason: `does not work while the lead may be called, ${untilText(fromMs)}`,
        has: rep.schedule?.timeZone ?? null,
        wants: lead.timeZone ?? null,
        ...untilOf(fromMs),
      };
    },
  };
};
