import { demand } from "../../internal/demand.js";
import type { Json } from "../../model/json.js";
import { type AfterwardsOptions, afterwardsOptions } from "../afterwards/afterwards.js";
import type { Opening } from "../claims/openTo.js";
import { literalsOfSegments, type Segments, segmentsOf } from "../claims/segments.js";
import { showingOf } from "../claims/showing.js";
import { demandOneOf, demandWhole } from "../demands.js";
import { demandEnd, keptEnd } from "../whenNobody/whenNobody.js";
import type { ManualOptions } from "./options.js";

/** The options with what is meant where one is absent. */
export interface Plan
  extends Required<
    Pick<ManualOptions, "decideMs" | "most" | "whenSilent" | "whenApproved" | "whenOverridden">
  > {
  readonly policy: Required<AfterwardsOptions>;
  readonly segments: Segments;
  readonly opening: Omit<Opening, "filters">;
}

const ENDS = '"push", "unassigned", { parkForMs } or { assignTo }';

const demandSilent = (whenSilent: Plan["whenSilent"]): Plan["whenSilent"] => {
  if (whenSilent === "push") return whenSilent;
  demandEnd("manual", whenSilent, "whenSilent", ENDS);
  return keptEnd(whenSilent);
};

/** Reads the options, and refuses those that mean nothing. */
export const planOf = (options: ManualOptions): Plan => {
  demand(typeof options === "object" && options !== null, "manual: needs options, with decideMs");
  const policy = afterwardsOptions("manual", options);
  const { decideMs, most = 3, whenSilent = "push", openMs = 0, first = Number.MAX_SAFE_INTEGER } = options;
  const { whenApproved = "counts", whenOverridden = "ignored", segments: named = {} } = options;
  demandWhole("manual", "decideMs", decideMs);
  demandWhole("manual", "most", most);
  demandWhole("manual", "first", first);
  demandOneOf("manual", "whenApproved", whenApproved, "counts", "ignored");
  demandOneOf("manual", "whenOverridden", whenOverridden, "counts", "ignored");
  const segments = segmentsOf("manual", named);
  if (segments.size > 0 || options.openMs !== undefined) demandWhole("manual", "openMs", openMs);
  return {
    policy,
    decideMs,
    most,
    whenSilent: demandSilent(whenSilent),
    whenApproved,
    whenOverridden,
    segments,
    opening: { showing: showingOf("manual", options), openMs, first },
  };
};

/** What goes into the fingerprint: everything, filters by name and literals. */
export const literalsOf = ({ policy, segments, opening, whenSilent, ...rest }: Plan): Json => ({
  ...policy,
  ...rest,
  whenSilent: whenSilent === "push" ? whenSilent : keptEnd(whenSilent),
  segments: literalsOfSegments(segments),
  openMs: opening.openMs,
  first: opening.first,
  ...opening.showing,
});
