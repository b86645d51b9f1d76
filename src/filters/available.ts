import { dropPlaces, noPlaces, placesWhere } from "../internal/placeSet.js";
import { utcMinute } from "../internal/utcMinute.js";
import type { Filter, FilterIndex } from "../model/filter.js";
import type { Rep } from "../model/rep.js";
import { isOnDuty, timeOffAt } from "./availability.js";
import { passing } from "./indexes/answers.js";
import { timesOffOf } from "./indexes/timesOff.js";
import { PASS } from "./pass.js";

const untilText = (toMs: number): string => {
  const text = utcMinute(toMs);
  return text === undefined ? "until further notice" : `until ${text}`;
};

const index = (reps: readonly Rep[]): FilterIndex => {
  const onDuty = placesWhere(reps, isOnDuty);
  const addOff = timesOffOf(reps);
  return ({ nowMs }) => {
    const off = noPlaces(reps.length);
    addOff(off, nowMs);
    const places = onDuty.slice();
    dropPlaces(places, off);
    return passing(places);
  };
};

/**
 * Keeps the reps who are active, online, and not on time off at the moment of deciding.
 *
 * `active` absent counts as true and `presence` absent as online; away and offline are both unavailable. A
 * time off begins at its `fromMs` and is over at its `toMs`; one that ends before it begins covers nothing.
 *
 * @remarks
 * **Cost:** O(times off) for each rep; for a whole roster O(reps / 32), O(1) for each rep who is on time off at the
 * moment, and O(1/64) for each time off that is over.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", timeOff: [{ fromMs: 100, toMs: 200 }] }, { id: "bob" }] };
 * const during = unwrap(strategy({ id: "l1", receivedAtMs: 100 }, roster, emptyState({ seed: "s" })));
 * const after = unwrap(strategy({ id: "l2", receivedAtMs: 200 }, roster, emptyState({ seed: "s" })));
 * [holderOf(during.decision), holderOf(after.decision)]; // => ["bob", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const available = (): Filter => ({
  name: "available",
  index,
  test: ({ rep, nowMs }) => {
    if (rep.active === false) return { passes: false, reason: "is not active", has: false, wants: true };
    if (!isOnDuty(rep)) {
      const has = rep.presence ?? null;
      return { passes: false, reason: `is ${has}`, has, wants: "online" };
    }
    const off = timeOffAt(rep, nowMs);
    if (off === undefined) return PASS;
    return {
      passes: false,
      reason: `is on time off ${untilText(off.toMs)}`,
      has: { fromMs: off.fromMs, toMs: off.toMs },
      wants: nowMs,
    };
  },
});
