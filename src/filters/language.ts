import { remember } from "../internal/remember.js";
import type { Filter } from "../model/filter.js";
import { PASS } from "./pass.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

/** "pt-br-" for "pt_BR": one tag is a prefix of another by subtags when its text is. */
const textOf = (tag: string): string => `${tag.trim().toLowerCase().replaceAll("_", "-")}-`;

const textsOf = remember((tags: readonly string[]) => tags.map(textOf));

/** `pt` and `pt-BR` fit, `pt-PT` and `pt-BR` do not, nor do `de` and `den`. */
const fits = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/**
 * Keeps the reps who speak a language of the lead, those of its best one first.
 *
 * The lead's languages stand best first. A rep's rank is the place of the first one that the rep speaks; of
 * all who pass every filter, only those of the best rank stay. So nobody is asked in the second language
 * while somebody may be had in the first. Tags are BCP 47 and fit when one is a prefix of the other by
 * subtags, whatever the case; `en_US` reads as `en-US`. A rep without `languages` speaks any.
 *
 * @remarks
 * - **Unknown:** a lead without languages follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(languages of the rep x languages of the lead) for each rep.
 *
 * @see RFC 4647, "Matching of Language Tags", section 3.3.1 (basic filtering), https://www.rfc-editor.org/rfc/rfc4647
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [language()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", languages: ["en"] }, { id: "bob", languages: ["sv", "en"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, languages: ["sv", "en"] };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const language = (options: WhenUnknown = {}): Filter => {
  const { literals, unknown } = whenUnknownOf("language", options);
  return {
    name: "language",
    literals,
    test: ({ lead, rep }) => {
      const asked = lead.languages ?? [];
      if (asked.length === 0) return unknown;
      if (rep.languages === undefined) return PASS;
      const spoken = textsOf(rep.languages);
      const rank = textsOf(asked).findIndex((wanted) => spoken.some((tag) => fits(tag, wanted)));
      if (rank === 0) return PASS;
      if (rank > 0) return { passes: true, rank };
      return { passes: false, reason: "speaks other languages", has: rep.languages, wants: asked };
    },
  };
};
