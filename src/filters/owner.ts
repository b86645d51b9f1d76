import { placeOf } from "../internal/codeUnits.js";
import { demand } from "../internal/demand.js";
import { addPlace, noPlaces } from "../internal/placeSet.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { FilterIndex } from "../model/filterIndex.js";
import type { RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import { backAtMs, isAvailable, isOnDuty } from "./availability.js";
import { alike, everybodyOf, passing } from "./indexes/answers.js";
import { PASS } from "./pass.js";
import { behind, standIn, standInsFor, standingIn } from "./standIns.js";
import { passOrExclude, type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

/**
 * What {@link owner} does with everybody else when the owner cannot take the lead.
 *
 * @since 0.1.0
 */
export interface OwnerOptions extends WhenUnknown {
  /** The owner is not on the roster. Absent: `"pass"`. */
  readonly whenGone?: "pass" | "exclude";
  /** The owner is on the roster and, by the rule of `available`, not available now. Absent: `"pass"`. */
  readonly whenAway?: "pass" | "exclude" | Waiting;
  /** While the owner is away, its `substitutes` who are available come before all others, in their order; `whenAway` is for those others. Absent: no. */
  readonly cover?: boolean;
}

/**
 * The lead waits for its owner: put aside until the owner's time off is over and working hours have begun, or for `retryMs` where that cannot be
 * known, but no longer than `mostMs` after the lead came in. After that the others pass. Both in whole milliseconds.
 *
 * @since 0.1.0
 */
export interface Waiting {
  readonly retryMs: number;
  readonly mostMs: number;
}

/** Whether somebody else than the owner passes. */
type Others = (owner: Rep | undefined, lead: Lead, nowMs: EpochMs) => boolean;

const othersFrom = (whenGone: string, whenAway: OwnerOptions["whenAway"]): Others => {
  const passWhenGone = whenGone === "pass";
  const passAway = ({ receivedAtMs }: Lead, nowMs: EpochMs): boolean =>
    typeof whenAway === "object" ? nowMs >= receivedAtMs + whenAway.mostMs : whenAway === "pass";
  return (owner, lead, nowMs) =>
    owner === undefined ? passWhenGone : !isAvailable(owner, nowMs) && passAway(lead, nowMs);
};

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;

const whenAwayOf = (whenAway: OwnerOptions["whenAway"] = "pass"): "pass" | "exclude" | Waiting => {
  if (typeof whenAway !== "object" || whenAway === null) return passOrExclude("owner", "whenAway", whenAway);
  const { retryMs, mostMs } = whenAway;
  demand(isWhole(retryMs) && isWhole(mostMs), "owner: retryMs and mostMs must be whole numbers above 0");
  return { retryMs, mostMs };
};

/** Until when the lead waits for an owner who is away. */
const holdFor =
  ({ retryMs, mostMs }: Waiting): NonNullable<Filter["hold"]> =>
  ({ lead: { ownerId, receivedAtMs }, nowMs, repOf, tried }) => {
    const found = ownerId === undefined || tried.includes(ownerId) ? undefined : repOf(ownerId);
    if (found === undefined || isAvailable(found, nowMs) || nowMs >= receivedAtMs + mostMs) return undefined;
    const backMs = isOnDuty(found) ? backAtMs(found, nowMs) : undefined;
    const wakeAtMs = Math.min(backMs ?? nowMs + retryMs, receivedAtMs + mostMs);
    // Beyond 2^53 a moment may have none after it.
    return wakeAtMs > nowMs ? { reason: "owner-away", wakeAtMs } : undefined;
  };

/** Who stands in for an owner, if that is asked for. */
type StandIns = (owner: Rep | undefined, nowMs: EpochMs) => readonly RepId[] | undefined;

/** Each substitute takes a set of the whole roster; beyond so many it is cheaper to ask about each rep. */
const MOST_SETS = 64;

const indexFor =
  (unknown: Pass | Exclusion, othersPass: Others, standInsOf: StandIns) =>
  (reps: readonly Rep[]): FilterIndex => {
    const everybody = everybodyOf(reps);
    const ids = reps.map(({ id }) => id);
    return ({ lead, nowMs }) => {
      const { ownerId } = lead;
      if (ownerId === undefined) return alike(everybody, unknown);
      const place = placeOf(ids, ownerId);
      const found = reps[place];
      const othersMay = othersPass(found, lead, nowMs);
      const standIns = standInsOf(found, nowMs);
      if (othersMay && standIns === undefined) return passing(everybody);
      if (standIns !== undefined && standIns.length > MOST_SETS) return undefined;
      const places = noPlaces(reps.length);
      if (place >= 0) addPlace(places, place);
      if (standIns === undefined) return passing(places);
      const rest = othersMay ? [{ rank: behind(standIns).rank, places: everybody }] : [];
      return [...passing(places), ...standingIn(standIns, reps, ids, nowMs), ...rest];
    };
  };

/** Without the owner's id, which says nothing to most readers; `wants` has it. */
const reasonOf = (owner: Rep | undefined, nowMs: EpochMs): string => {
  if (owner === undefined) return "does not own the account; its owner is not on the roster";
  return isAvailable(owner, nowMs)
    ? "does not own the account"
    : "does not own the account; its owner is not available";
};

/**
 * Keeps only the rep who holds the lead's account, as long as that rep is there and available.
 *
 * The owner is the rep of the lead's `ownerId` ({@link ownerAmong} finds it) and always passes here: put {@link available} beside this
 * filter, and `capacity` where it should count, to say whether the owner may have a lead now. Everybody else is
 * excluded; when the owner is not on the roster, `whenGone` says whether they pass instead, and `whenAway` when
 * the owner is there and not available by the rule of {@link available}; with `{ retryMs, mostMs }` the lead waits for it. A
 * full owner is neither, nor is one who gave the lead up: nobody else is asked then. Where the owner should only come first: {@link prefer}.
 *
 * With `cover` the owner's {@link Rep.substitutes} take its leads while it is away: the first of them who is available too and passes all other filters. Substitutes of substitutes
 * are not asked. Where none of them may have the lead, the others are asked as `whenAway` says: at once, later, or never.
 *
 * @remarks
 * - **Unknown:** a lead without an `ownerId` follows `whenUnknown`.
 * - **Waiting:** the decision is `parked` with the reason `owner-away` and a `wakeAtMs`; a `woken` event at that moment asks
 *   again.
 * - **Errors:** a `RangeError` for an option that is neither `"pass"` nor `"exclude"`, and for times that are not whole or not above 0.
 * - **Cost:** O(times off of the owner) for each rep; for a whole roster once that, and O(reps / 32).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [owner(), available()], selector: rotation() });
 * const lead = { id: "l1", receivedAtMs: 0, ownerId: "bob" };
 * const holder = (bob: Partial<Rep>) => {
 *   const roster = { reps: [{ id: "ann" }, { id: "bob", ...bob }] };
 *   return holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision);
 * };
 * [holder({}), holder({ presence: "away" })]; // => ["bob", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const owner = (options: OwnerOptions = {}): Filter => {
  const { literals, unknown } = whenUnknownOf("owner", "an owner", options);
  const whenGone = passOrExclude("owner", "whenGone", options.whenGone ?? "pass");
  const whenAway = whenAwayOf(options.whenAway);
  const othersPass = othersFrom(whenGone, whenAway);
  const { cover = false } = options;
  demand(typeof cover === "boolean", "owner: cover must be true or false");
  const standInsOf: StandIns = cover ? standInsFor : () => undefined;
  const away = typeof whenAway === "object" ? { ...whenAway } : whenAway;
  return {
    name: "owner",
    literals: { ...literals, whenGone, whenAway: away, ...(cover ? { cover } : {}) },
    index: indexFor(unknown, othersPass, standInsOf),
    ...(typeof whenAway === "object" ? { hold: holdFor(whenAway) } : {}),
    test: ({ lead, rep, nowMs, repOf }) => {
      const { ownerId } = lead;
      if (ownerId === undefined) return unknown;
      if (rep.id === ownerId) return PASS;
      const found = repOf(ownerId);
      const standIns = standInsOf(found, nowMs);
      const takesOver = standIns && standIn(standIns, rep, nowMs);
      if (takesOver !== undefined) return takesOver;
      if (othersPass(found, lead, nowMs)) return standIns === undefined ? PASS : behind(standIns);
      return { passes: false, reason: reasonOf(found, nowMs), has: rep.id, wants: ownerId };
    },
  };
};
