import { demand } from "../../../internal/demand.js";
import { isUpTo } from "../../../internal/numberUpTo.js";
import { HIGHEST_WEIGHT, isInWholeThousandths } from "../../../internal/weights.js";
import type { Json } from "../../../model/json.js";
import { type OwnGroups, ownGroups } from "./ownGroups.js";

/**
 * What {@link nested} groups by: the rep's `teams`, its `role`, or a rule of your own.
 *
 * @since 0.1.0
 */
export type NestedBy = "team" | "role" | OwnGroups;

/**
 * Options of {@link nested}.
 *
 * @since 0.1.0
 */
export interface NestedOptions {
  /**
   * How much each group counts. `"equal"`: all the same; `"members"`: by the weights of its members among the
   * candidates; or weights by the group's name, each from 0 to 10,000 in whole thousandths, 1 where a name is
   * missing, and 0 for a group that takes no turn. Absent: `"equal"`.
   */
  readonly groupWeights?: "equal" | "members" | Readonly<Record<string, number>>;
  /**
   * Reps in no group: `"together"` in one of their own that has no name, or they take no turn. Absent:
   * `"together"`.
   */
  readonly withoutGroup?: "together" | "noTurn";
}

/** The options as they are read. */
export interface Nesting {
  readonly groups: OwnGroups;
  readonly isByMembers: boolean;
  /** By the group's name, in thousandths. */
  readonly weights: ReadonlyMap<string, number>;
  readonly isTogether: boolean;
}

const BUILT_IN = {
  team: ownGroups("team", 1, ({ teams }) => teams),
  role: ownGroups("role", 1, ({ role }) => role),
};

const groupsFrom = (by: NestedBy): OwnGroups => {
  const groups = by === "team" || by === "role" ? BUILT_IN[by] : by;
  demand(
    typeof groups?.groupsOf === "function" && typeof groups.name === "string",
    'nested: groups by "team", "role" or ownGroups(...)',
  );
  return groups;
};

const isWeight = (weight: unknown): boolean => isUpTo(weight, HIGHEST_WEIGHT) && isInWholeThousandths(weight);

const entriesOf = (groupWeights: unknown): readonly (readonly [string, number])[] => {
  if (groupWeights === "equal" || groupWeights === "members") return [];
  demand(
    typeof groupWeights === "object" && groupWeights !== null && !Array.isArray(groupWeights),
    'nested: groupWeights must be "equal", "members" or weights by name',
  );
  const entries = Object.entries<number>(groupWeights as Readonly<Record<string, number>>);
  demand(
    entries.every(([, weight]) => isWeight(weight)),
    `nested: a group's weight must be a number from 0 to ${HIGHEST_WEIGHT} in whole thousandths`,
  );
  return entries;
};

/** The options, or a mistake in the program. */
export const nestingOf = (by: NestedBy, options: NestedOptions): Nesting => {
  const { groupWeights = "equal", withoutGroup = "together" }: NestedOptions = Object(options);
  demand(
    withoutGroup === "together" || withoutGroup === "noTurn",
    'nested: withoutGroup must be "together" or "noTurn"',
  );
  return {
    groups: groupsFrom(by),
    isByMembers: groupWeights === "members",
    weights: new Map(entriesOf(groupWeights).map(([name, weight]) => [name, Math.round(weight * 1000)])),
    isTogether: withoutGroup === "together",
  };
};

/** What goes into the fingerprint. */
export const literalsOfNesting = (nesting: Nesting): Readonly<Record<string, Json>> => ({
  by: [nesting.groups.name, nesting.groups.version],
  isByMembers: nesting.isByMembers,
  weights: [...nesting.weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, weight]) => [name, weight]),
  isTogether: nesting.isTogether,
});
