import type { Decision } from "../model/decision.js";
import type { RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Effect } from "../model/outcome.js";
import { wakeAtMsOf } from "../model/wakeAtMsOf.js";

type Role = Extract<Effect, { readonly type: "tell" }>["what"];

/** What a rep has to do with the lead, and until when: an offer made anew is news. */
type Part = readonly [role: Role, untilMs?: EpochMs];

/** The part of each rep in this place. */
const partsOf = (decision: Decision | undefined): ReadonlyMap<RepId, Part> => {
  const parts = new Map<RepId, Part>();
  if (decision?.status === "assigned") parts.set(decision.repId, ["assigned"]);
  if (decision?.status === "offered") {
    for (const { repId, untilMs } of decision.offers) parts.set(repId, ["offered", untilMs]);
  }
  if (decision?.status === "pooled")
    for (const repId of decision.mayClaim ?? []) parts.set(repId, ["claimable"]);
  return parts;
};

const remindersOf = (decision: Decision | undefined): number =>
  decision?.status === "assigned" ? (decision.reminded ?? 0) : 0;

/** Whoever closes a lead that it holds knows; for everybody else who had a part in it, it is gone. */
const isKnown = (before: Decision | undefined, after: Decision): boolean =>
  before?.status === "assigned" && after.status === "closed";

/** What the host must do about the difference of two places. An id is unique to the lead's revision. */
export const effectsOf = (before: Decision | undefined, after: Decision): readonly Effect[] => {
  const [had, has] = [partsOf(before), partsOf(after)];
  const effects: Effect[] = [];
  const id = (...what: readonly string[]): string => JSON.stringify([after.leadId, after.revision, ...what]);
  const tell = (repId: RepId, what: Role): unknown =>
    effects.push({ id: id(what, repId), type: "tell", repId, what });
  if (!isKnown(before, after)) for (const repId of had.keys()) if (!has.has(repId)) tell(repId, "withdrawn");
  for (const [repId, part] of has) if (had.get(repId)?.join() !== part.join()) tell(repId, part[0]);
  if (remindersOf(after) > remindersOf(before) && after.status === "assigned") tell(after.repId, "reminded");
  const atMs = wakeAtMsOf(after);
  if (atMs !== undefined && (before === undefined || atMs !== wakeAtMsOf(before)))
    effects.push({ id: id("wake"), type: "wake", atMs });
  if (after.status === "unassigned" && before?.status !== "unassigned")
    effects.push({ id: id("escalate"), type: "escalate", reason: after.reason });
  return effects;
};
