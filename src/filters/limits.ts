import { both, listOf, oneOf, recordOf } from "../check/shape.js";
import { copied } from "../limits/copied.js";
import { fullness } from "../limits/fullness.js";
import { limitRules } from "../limits/rules.js";
import { type LimitScope, scopeShape } from "../limits/scope.js";
import type { Exclusion, Filter, FilterQuestion } from "../model/filter.js";
import { PASS } from "./pass.js";

/**
 * Which leads no limit is asked about: those of the rep's own accounts, hot ones, those that somebody gives by hand.
 *
 * @since 0.1.0
 */
export type ExemptLead = "owner" | "hot" | "byHand";

/**
 * The options of {@link limits}.
 *
 * @since 0.1.0
 */
export interface LimitsOptions extends LimitScope {
  /** Leads that pass although there is no room, and are not counted. Absent: none. */
  readonly exempt?: readonly ExemptLead[];
  /** What becomes of a lead that nobody may have: `"park"` puts it aside until somebody has room, where that is known. Absent: `"unassigned"`. */
  readonly whenFull?: "unassigned" | "park";
}

const others = recordOf(
  {},
  { exempt: listOf(oneOf("owner", "hot", "byHand")), whenFull: oneOf("unassigned", "park") },
);

type Asked = Pick<FilterQuestion, "lead" | "rep" | "isByHand">;

const exemptions: Readonly<Record<ExemptLead, (asked: Asked) => boolean>> = {
  owner: ({ lead, rep }) => lead.ownerId === rep.id,
  hot: ({ lead }) => lead.temperature === "hot",
  byHand: ({ isByHand }) => isByHand,
};

const untilOf = ({ untilMs = 0 }: Exclusion): number => untilMs;

const hold: NonNullable<Filter["hold"]> = ({ earliestMs }) => {
  const wakeAtMs = earliestMs();
  return wakeAtMs === undefined ? undefined : { reason: "limits-reached", wakeAtMs };
};

/** TODO */
export const limits = (options: LimitsOptions = {}): Filter => {
  const literals = copied("limits", both(scopeShape, others), options);
  const { name, exempt = [], whenFull } = literals;
  const rulesFor = limitRules(literals);
  const isExempt = (asked: Asked): boolean => exempt.some((each) => exemptions[each](asked));
  return {
    name: name === undefined ? "limits" : `limits ${name}`,
    literals,
    ...(whenFull === "park" ? { hold } : {}),
    test: (question) => {
      if (exempt.length > 0 && isExempt(question)) return PASS;
      let longest: Exclusion | undefined;
      for (const rule of rulesFor(question.rep)) {
        const full = fullness(rule, question);
        if (full !== undefined && (longest === undefined || untilOf(full) > untilOf(longest))) longest = full;
      }
      return longest ?? PASS;
    },
    note: (question) => {
      if (isExempt(question)) return [];
      const { rep, notes, nowMs } = question;
      return rulesFor(rep).map(({ limit, of, counter, note }) => ({
        name: note,
        of,
        values: counter.taken(of === "rep" ? notes.ofRep(note) : notes.ofAll(note), limit.most, nowMs),
      }));
    },
  };
};
