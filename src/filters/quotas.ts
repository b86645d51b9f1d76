import { zoneShape } from "../check/limit.js";
import { recordOf } from "../check/shape.js";
import { copied } from "../limits/copied.js";
import { quotaRules } from "../limits/rules.js";
import type { Filter, FilterQuestion, Pass } from "../model/filter.js";
import { PASS } from "./pass.js";

/**
 * The options of {@link quotas}.
 *
 * @since 0.1.0
 */
export interface QuotasOptions {
  /** IANA; whose calendar counts where neither the quota nor the rep's schedule says. Absent: "UTC". */
  readonly timeZone?: string;
}

const after = (reason: string): Pass => Object.freeze({ passes: true, rank: 1, reason });

const NO_QUOTA = after("has no quota");
const HAS_HAD_IT = after("has had its quota");

/** TODO */
export const quotas = (options: QuotasOptions = {}): Filter => {
  const literals = copied("quotas", recordOf({}, { timeZone: zoneShape }), options);
  const rulesFor = quotaRules(literals);
  return {
    name: "quotas",
    literals,
    test: ({ rep, notes, standing, nowMs }: FilterQuestion) => {
      const rules = rulesFor(rep);
      const isShort = rules.some(({ limit: { least }, counter, note }) => {
        const had = counter.had(notes.ofRep(note), nowMs);
        return had !== undefined && had + standing.openOffers < least;
      });
      if (isShort) return PASS;
      return rules.length === 0 ? NO_QUOTA : HAS_HAD_IT;
    },
    note: ({ rep, notes, nowMs }) =>
      rulesFor(rep).map(({ limit, counter, note }) => ({
        name: note,
        of: "rep",
        values: counter.taken(notes.ofRep(note), limit.least, nowMs),
      })),
  };
};
