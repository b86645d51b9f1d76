import type { Placement, StartQuestion } from "../../model/delivery.js";
import type { Filter } from "../../model/filter.js";
import type { Standing } from "../afterwards/of.js";
import { openTo } from "../claims/openTo.js";
import { filtersOfSegment } from "../claims/segments.js";
import { giveUp, NOBODY_CLAIMED } from "../whenNobody/giveUp.js";
import type { Group, Plan } from "./plan.js";

/** The number of the group that may claim. One that the strategy no longer has is its last. */
const groupOf = ({ groups }: Plan, { group = 0 }: Standing<"pooled">): number =>
  Math.min(group, groups.length - 1);

/** What a claim must pass beside the strategy's own filters: those of the segment to which the lead was opened, else those of the group. */
export const filtersOf = (plan: Plan, decision: Standing<"pooled">): readonly Filter[] =>
  decision.segment === undefined
    ? (plan.groups[groupOf(plan, decision)] as Group).filters
    : filtersOfSegment(plan.segments, decision);

/** Opens the race to the first group from there on that has somebody. */
const openFrom = (plan: Plan, question: StartQuestion, from: number, wasOpen: boolean): Placement => {
  const { groups, showing, first, isGrouped, whenNobody } = plan;
  for (let group = from; group < groups.length; group += 1) {
    const { filters, openMs } = groups[group] as Group;
    const open = openTo(question, { showing, filters, first, openMs });
    if (open !== undefined) return isGrouped ? { ...open, group } : open;
  }
  question.ranking({ filters: (groups.at(-1) as Group).filters });
  return giveUp({ whenNobody, because: wasOpen ? NOBODY_CLAIMED : undefined }, question);
};

/** Opens the race from its beginning. */
export const begin =
  (plan: Plan) =>
  (question: StartQuestion): Placement =>
    openFrom(plan, question, 0, false);

/** The time of a group is over. A pool that is none of a race's own, such as a segment's, is followed by the race from its beginning. */
export const further =
  (plan: Plan, decision: Standing<"pooled">) =>
  (question: StartQuestion): Placement =>
    decision.mayClaim === undefined || decision.segment !== undefined
      ? begin(plan)(question)
      : openFrom(plan, question, groupOf(plan, decision) + 1, true);
