import type { Decision } from "../model/decision.js";
import type { RepId } from "../model/id.js";
import type { Effect } from "../model/outcome.js";

type Role = Extract<Effect, { readonly type: "tell" }>["what"];

/** What each rep has to do with the lead in this place. */
const roles = (decision: Decision | undefined): ReadonlyMap<RepId, Role> => {
  switch (decision?.status) {
    case "assigned":
      return new Map([[decision.repId, "assigned"]]);
    case "offered":
      return new Map(decision.offers.map(({ repId }) => [repId, "offered"]));
    case "pooled":
      return new Map(decision.mayClaim.map((repId) => [repId, "claimable"]));
    case "closed":
      return new Map(decision.repId === undefined ? [] : [[decision.repId, "assigned"]]);
    default:
      return new Map();
  }
};

const wakeAtMs = (decision: Decision | undefined): number | undefined =>
  decision !== undefined && "wakeAtMs" in decision ? decision.wakeAtMs : undefined;

/** What the host must do about the difference of two places. An id is unique to the lead's revision. */
export const effectsOf = (before: Decision | undefined, after: Decision): readonly Effect[] => {
  const [had, has] = [roles(before), roles(after)];
  const id = (...what: readonly string[]): string => JSON.stringify([after.leadId, after.revision, ...what]);
  const tell = (repId: RepId, what: Role): Effect => ({ id: id(what, repId), type: "tell", repId, what });
  const gone = [...had.keys()].filter((repId) => !has.has(repId)).map((repId) => tell(repId, "withdrawn"));
  const news = [...has]
    .filter(([repId, role]) => had.get(repId) !== role)
    .map(([repId, role]) => tell(repId, role));
  const wakeMs = wakeAtMs(after);
  const waking: readonly Effect[] =
    wakeMs === undefined || wakeMs === wakeAtMs(before)
      ? []
      : [{ id: id("wake"), type: "wake", atMs: wakeMs }];
  return [...gone, ...news, ...waking];
};
