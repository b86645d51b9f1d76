import { demand } from "../internal/demand.js";
import { dropPlaces, noPlaces, placesWhere } from "../internal/placeSet.js";
import { remember } from "../internal/remember.js";
import type { Exclusion, Filter } from "../model/filter.js";
import type { FilterIndex } from "../model/filterIndex.js";
import type { EpochMs, Interval } from "../model/instant.js";
import type { Rep } from "../model/rep.js";
import { workAt } from "../time/work.js";
import { backAtMs, isOnDuty, timeOffAt } from "./availability.js";
import { passing } from "./indexes/answers.js";
import { openPlacesOf } from "./indexes/openPlaces.js";
import { schedulesOf } from "./indexes/schedules.js";
import { timesOffOf } from "./indexes/timesOff.js";
import { PASS } from "./pass.js";
import { untilOf, untilText } from "./untilText.js";

/**
 * How {@link available} reads times off, and what it does when nobody is at work.
 *
 * @since 0.1.0
 */
export interface AvailableOptions {
  /** So long before each time off no leads any more, in whole milliseconds. Absent: 0. */
  readonly beforeLeaveMs?: number;
  /** So long after each time off no leads yet, in whole milliseconds. Absent: 0. */
  readonly afterLeaveMs?: number;
  /**
   * `"exclude"`: nobody has the lead, or the next alternative of a {@link firstOf}. `"park"`: the lead waits for the first of those who are
   * not at work, with the reason `nobody-at-work`. `"ignoreHours"`: whoever works now comes first, and while nobody does, all others
   * whom nothing but their hours keeps away. Absent: `"exclude"`.
   */
  readonly whenNobodyAtWork?: "exclude" | "park" | "ignoreHours";
}

type Settings = Required<AvailableOptions>;

const DEFAULTS: Settings = { beforeLeaveMs: 0, afterLeaveMs: 0, whenNobodyAtWork: "exclude" };

const POLICIES: readonly unknown[] = ["exclude", "park", "ignoreHours"];

const isLength = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const settingsOf = (options: AvailableOptions): Settings => {
  demand(typeof options === "object" && options !== null, "available: the options must be an object");
  const {
    beforeLeaveMs = DEFAULTS.beforeLeaveMs,
    afterLeaveMs = DEFAULTS.afterLeaveMs,
    whenNobodyAtWork = DEFAULTS.whenNobodyAtWork,
  } = options;
  demand(
    isLength(beforeLeaveMs) && isLength(afterLeaveMs),
    "available: beforeLeaveMs and afterLeaveMs must be whole numbers, not negative",
  );
  demand(
    POLICIES.includes(whenNobodyAtWork),
    'available: whenNobodyAtWork must be "exclude", "park" or "ignoreHours"',
  );
  return { beforeLeaveMs, afterLeaveMs, whenNobodyAtWork };
};

/** Whatever is not as it would be without being said. */
const literalsOf = (settings: Settings): Pick<Filter, "literals"> => {
  const told = Object.entries(settings).filter(
    ([option, value]) => value !== DEFAULTS[option as keyof Settings],
  );
  return told.length === 0 ? {} : { literals: Object.fromEntries(told) };
};

/** The lead waits for those who are not at work now. */
const whenSomebodyIs: NonNullable<Filter["hold"]> = ({ earliestMs }) => {
  const wakeAtMs = earliestMs();
  return wakeAtMs === undefined ? undefined : { reason: "nobody-at-work", wakeAtMs };
};

const NO_LEAVE: readonly Interval[] = [];

/** A time off as this filter reads it, and as it stands in the roster. */
interface Leave extends Interval {
  readonly own: Interval;
}

/** The same list for the same times off, since what is known of them is remembered by it. */
const leaveWith = ({ beforeLeaveMs, afterLeaveMs }: Settings): ((rep: Rep) => readonly Leave[]) => {
  const widened = remember((timeOff: readonly Interval[]) =>
    timeOff
      .filter(({ fromMs, toMs }) => fromMs < toMs)
      .map((own) => ({ fromMs: own.fromMs - beforeLeaveMs, toMs: own.toMs + afterLeaveMs, own })),
  );
  return ({ timeOff = NO_LEAVE }) => widened(timeOff);
};

const leaveReason = ({ own, toMs }: Leave, nowMs: EpochMs): string => {
  if (nowMs < own.fromMs) return `is about to go on time off ${untilText(own.toMs)}`;
  if (nowMs >= own.toMs) return `is just back from time off, and has no leads ${untilText(toMs)}`;
  return `is on time off ${untilText(own.toMs)}`;
};

/** Who is not there, whatever the hours. */
const dutyExclusion = (rep: Rep): Exclusion | undefined => {
  if (rep.active === false) return { passes: false, reason: "is not active", has: false, wants: true };
  if (isOnDuty(rep)) return undefined;
  const has = rep.presence ?? null;
  return { passes: false, reason: `is ${has}`, has, wants: "online" };
};

const indexFor =
  (leaveOf: (rep: Rep) => readonly Leave[], ignoresHours: boolean) =>
  (reps: readonly Rep[]): FilterIndex => {
    const onDuty = placesWhere(reps, isOnDuty);
    const addOff = timesOffOf(reps, leaveOf);
    const atWork = reps.some(({ schedule }) => schedule !== undefined)
      ? openPlacesOf(schedulesOf(reps, isOnDuty))
      : () => onDuty;
    return ({ nowMs }) => {
      const off = noPlaces(reps.length);
      addOff(off, nowMs);
      const places = atWork(nowMs).slice();
      dropPlaces(places, off);
      if (!ignoresHours) return passing(places);
      const others = onDuty.slice();
      dropPlaces(others, off);
      return [...passing(places), { rank: 1, places: others }];
    };
  };

/**
 * Keeps the reps who are active, online, within the hours of their schedule, and not on time off at the moment of deciding.
 *
 * `active` absent counts as true, `presence` absent as online, and `schedule` absent as all the time; away and offline are both
 * unavailable. A time off begins at its `fromMs` and is over at its `toMs`; one that ends before it begins covers nothing.
 * When nobody is at work, `whenNobodyAtWork` says what then; presence and time off count whatever it says.
 *
 * @remarks
 * - **Until when:** an exclusion by time off or hours says so: the first moment at which the rep is off no more and its hours are open. Hours are
 *   looked for as far ahead as {@link nextOpening} does.
 * - **Waiting:** with `"park"` the decision is `parked`, until the earliest moment at which somebody who is not at work now passes every filter. Whom another
 *   filter leaves out without saying until when is not waited for.
 * - **Errors:** a `RangeError` for an option that is none of those.
 * - **Cost:** O(log times off) for each rep; for a whole roster O(reps / 32), O(1) for each rep who is on time off at the
 *   moment, O(1/64) for each time off that is over, and O(schedules that differ) when a schedule opens or shuts.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: rotation() });
 * const schedule = { timeZone: "Europe/Warsaw", hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }] };
 * const roster = { reps: [{ id: "ann", schedule }, { id: "bob", timeOff: [daysOff("Europe/Warsaw", "2026-01-05")] }] };
 * const holderAt = (at: string) =>
 *   holderOf(unwrap(strategy({ id: "l1", receivedAtMs: Date.parse(at) }, roster, emptyState({ seed: "s" }))).decision);
 * [holderAt("2026-01-05T08:00Z"), holderAt("2026-01-05T16:00Z"), holderAt("2026-01-06T16:00Z")]; // => ["ann", undefined, "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const available = (options: AvailableOptions = {}): Filter => {
  const settings = settingsOf(options);
  const leaveOf = leaveWith(settings);
  const ignoresHours = settings.whenNobodyAtWork === "ignoreHours";
  return {
    name: "available",
    ...literalsOf(settings),
    index: indexFor(leaveOf, ignoresHours),
    ...(settings.whenNobodyAtWork === "park" ? { hold: whenSomebodyIs } : {}),
    test: ({ rep, nowMs }) => {
      const away = dutyExclusion(rep);
      if (away !== undefined) return away;
      const { schedule } = rep;
      const worker = { ...(schedule && { schedule }), timeOff: leaveOf(rep) };
      if (workAt(worker, nowMs).holds) return PASS;
      const off = timeOffAt(worker.timeOff, nowMs);
      if (off !== undefined) {
        const has = { fromMs: off.own.fromMs, toMs: off.own.toMs };
        const backMs = backAtMs(ignoresHours ? { timeOff: worker.timeOff } : worker, nowMs);
        return { passes: false, reason: leaveReason(off, nowMs), has, wants: nowMs, ...untilOf(backMs) };
      }
      const opensMs = backAtMs(worker, nowMs);
      const reason = `is outside working hours ${untilText(opensMs)}`;
      if (ignoresHours) return { passes: true, rank: 1, reason };
      const has = { timeZone: schedule?.timeZone ?? null, opensMs: opensMs ?? null };
      return { passes: false, reason, has, wants: nowMs, ...untilOf(opensMs) };
    },
  };
};
