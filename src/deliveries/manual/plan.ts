import { demand } from "../../internal/demand.js";
import type { Json } from "../../model/json.js";
import { type Afterwards, afterwardsOptions } from "../afterwards/afterwards.js";
import type { Opening } from "../claims/openTo.js";
import { literalsOfSegments, type Segments, segmentsOf } from "../claims/segments.js";
import { showingOf } from "../claims/showing.js";
import { demandWhole } from "../demands.js";
import { demandEnd, keptEnd } from "../whenNobody/whenNobody.js";
import type { ManualOptions } from "./options.js";

/** The options with what is meant where one is absent. */
export interface Plan
  extends Required<Pick<ManualOptions, "decideMs" | "mostSuggested" | "whenUndecided">>,
    Afterwards {
  readonly segments: Segments;
  readonly opening: Omit<Opening, "filters">;
}

const ENDS = '"push", "unassigned", { parkForMs } or { assignTo }';

const demandUndecided = (whenUndecided: Plan["whenUndecided"]): Plan["whenUndecided"] => {
  if (whenUndecided === "push") return whenUndecided;
  demandEnd("manual", whenUndecided, "whenUndecided", ENDS);
  return keptEnd(whenUndecided);
};

/** Reads the options, and refuses those that mean nothing. */
export const planOf = (options: ManualOptions): Plan => {
  demand(typeof options === "object" && options !== null, "manual: needs options, with decideMs");
  const settings = afterwardsOptions("manual", options);
  const {
    decideMs,
    mostSuggested = 3,
    whenUndecided = "push",
    openMs = 0,
    first = Number.MAX_SAFE_INTEGER,
  } = options;
  demandWhole("manual", "decideMs", decideMs);
  demandWhole("manual", "mostSuggested", mostSuggested);
  demandWhole("manual", "first", first);
  const segments = segmentsOf("manual", options.segments ?? {});
  if (segments.size > 0 || options.openMs !== undefined) demandWhole("manual", "openMs", openMs);
  return {
    ...settings,
    decideMs,
    mostSuggested,
    whenUndecided: demandUndecided(whenUndecided),
    segments,
    opening: { showing: showingOf("manual", options), openMs, first },
  };
};

/** What goes into the fingerprint: everything, filters by name and literals. */
export const literalsOf = ({ policy, segments, opening, whenUndecided, ...rest }: Plan): Json => ({
  ...rest,
  policy: { ...policy },
  whenUndecided: whenUndecided === "push" ? whenUndecided : keptEnd(whenUndecided),
  segments: literalsOfSegments(segments),
  openMs: opening.openMs,
  first: opening.first,
  ...opening.showing,
});
