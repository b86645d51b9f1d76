import { demand } from "../../internal/demand.js";
import type { Filter } from "../../model/filter.js";
import type { Json } from "../../model/json.js";
import { type Afterwards, afterwardsOptions } from "../afterwards/afterwards.js";
import { literalsOfSegments, type Segments, segmentsOf } from "../claims/segments.js";
import { type Showing, showingOf } from "../claims/showing.js";
import { demandFilters, demandWhole, literalsOfFilters } from "../demands.js";
import { demandEnd, keptEnd, type WhenNobody } from "../whenNobody/whenNobody.js";
import type { RaceGroup, RaceOptions } from "./options.js";

/** A group with what is meant where something is absent. */
export interface Group {
  readonly filters: readonly Filter[];
  readonly openMs: number;
}

/** The options with what is meant where one is absent. */
export interface Plan extends Afterwards {
  readonly showing: Showing;
  readonly openMs: number;
  readonly first: number;
  /** Whether a decision says which group may claim. */
  readonly isGrouped: boolean;
  readonly groups: readonly Group[];
  readonly whenNobody: WhenNobody;
  readonly segments: Segments;
}

const groupOf =
  (openMs: number) =>
  (group: RaceGroup | undefined, i: number): Group => {
    demand(typeof group === "object" && group !== null, `race: groups[${i}] is no group`);
    const { filters = [], openMs: ownMs = openMs } = group as RaceGroup;
    demandFilters("race", `groups[${i}]`, filters);
    demandWhole("race", `openMs of groups[${i}]`, ownMs);
    return { filters: [...filters], openMs: ownMs };
  };

/** Reads the options, and refuses those that mean nothing. */
export const planOf = (options: RaceOptions): Plan => {
  demand(typeof options === "object" && options !== null, "race: needs options, with openMs");
  const settings = afterwardsOptions("race", options);
  const { openMs, first = Number.MAX_SAFE_INTEGER, groups = [{}] } = options;
  const { whenNobody = "unassigned", segments = {} } = options;
  demandWhole("race", "openMs", openMs);
  demandWhole("race", "first", first);
  demand(Array.isArray(groups) && groups.length > 0, "race: groups must be a list with at least one group");
  demandEnd("race", whenNobody);
  return {
    ...settings,
    showing: showingOf("race", options),
    openMs,
    first,
    isGrouped: options.groups !== undefined,
    groups: groups.map(groupOf(openMs)),
    whenNobody: keptEnd(whenNobody),
    segments: segmentsOf("race", segments),
  };
};

/** What goes into the fingerprint: everything, filters by name and literals. */
export const literalsOf = ({ policy, showing, groups, whenNobody, segments, ...rest }: Plan): Json => ({
  ...rest,
  policy: { ...policy },
  ...showing,
  groups: groups.map(({ filters, openMs }) => [openMs, literalsOfFilters(filters)]),
  whenNobody: keptEnd(whenNobody),
  segments: literalsOfSegments(segments),
});
