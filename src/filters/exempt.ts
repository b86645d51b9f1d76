import { listOf, oneOf } from "../check/shape.js";
import type { FilterQuestion } from "../model/filterQuestion.js";

/**
 * Which leads a filter lets pass whatever it counts: those of the rep's own accounts, hot ones, those that somebody gives by hand.
 *
 * @since 0.1.0
 */
export type ExemptLead = "owner" | "hot" | "byHand";

type Asked = Pick<FilterQuestion, "lead" | "rep" | "isByHand">;

const exemptions: Readonly<Record<ExemptLead, (asked: Asked) => boolean>> = {
  owner: ({ lead, rep }) => lead.ownerId === rep.id,
  hot: ({ lead }) => lead.temperature === "hot",
  byHand: ({ isByHand }) => isByHand,
};

export const exemptShape = listOf(oneOf("owner", "hot", "byHand"));

/** Whether one of these exemptions holds for a lead and a rep. */
export const exemptFrom =
  (exempt: readonly ExemptLead[]) =>
  (asked: Asked): boolean =>
    exempt.some((each) => exemptions[each](asked));
