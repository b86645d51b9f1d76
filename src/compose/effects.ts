import type { Decision } from "../model/decision.js";
import type { RepId } from "../model/id.js";
import type { Effect } from "../model/outcome.js";

type Role = Extract<Effect, { readonly type: "tell" }>["what"];

/** What a rep has to do with the lead, and which time it is told so: an offer made anew is news. */
interface Part {
  readonly role: Role;
  readonly untilMs?: number;
}

/** The part of each rep in this place. */
const partsOf = (decision: Decision | undefined): ReadonlyMap<RepId, Part> => {
  switch (decision?.status) {
    case "assigned":
      return new Map([[decision.repId, { role: "assigned" }]]);
    case "offered":
      return new Map(decision.offers.map(({ repId, untilMs }) => [repId, { role: "offered", untilMs }]));
    case "pooled":
      return new Map(decision.mayClaim.map((repId) => [repId, { role: "claimable" }]));
    default:
      return new Map();
  }
};

/** Whoever closes a lead that it holds knows; for everybody else who had a part in it, it is gone. */
const isToldGone = (before: Decision | undefined, after: Decision): boolean =>
  !(before?.status === "assigned" && after.status === "closed");

const wakeAtMs = (decision: Decision | undefined): number | undefined =>
  decision !== undefined && "wakeAtMs" in decision ? decision.wakeAtMs : undefined;

/** What the host must do about the difference of two places. An id is unique to the lead's revision. */
export const effectsOf = (before: Decision | undefined, after: Decision): readonly Effect[] => {
  const [had, has] = [partsOf(before), partsOf(after)];
  const id = (...what: readonly string[]): string => JSON.stringify([after.leadId, after.revision, ...what]);
  const tell = (repId: RepId, what: Role): Effect => ({ id: id(what, repId), type: "tell", repId, what });
  const gone = isToldGone(before, after) ? [...had.keys()].filter((repId) => !has.has(repId)) : [];
  const isNews = (repId: RepId, { role, untilMs }: Part): boolean =>
    had.get(repId)?.role !== role || had.get(repId)?.untilMs !== untilMs;
  const tells = [
    ...gone.map((repId) => tell(repId, "withdrawn")),
    ...[...has].filter(([repId, part]) => isNews(repId, part)).map(([repId, { role }]) => tell(repId, role)),
  ];
  const wakeMs = wakeAtMs(after);
  const waking: readonly Effect[] =
    wakeMs === undefined || wakeMs === wakeAtMs(before)
      ? []
      : [{ id: id("wake"), type: "wake", atMs: wakeMs }];
  return [...tells, ...waking];
};
