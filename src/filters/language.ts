import { languageFits, languageTexts } from "../internal/languages.js";
import { noPlaces, placesWhere } from "../internal/placeSet.js";
import { shortened } from "../internal/shortened.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { FilterIndex } from "../model/filterIndex.js";
import type { Rep } from "../model/rep.js";
import { alike, everybodyOf } from "./indexes/answers.js";
import { type Path, treeOf } from "./indexes/tree.js";
import { named } from "./named.js";
import { PASS } from "./pass.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

const subtagsOf = (text: string): Path => text.split("-").slice(0, -1);

/** A set of the whole roster is made for each language of the lead: beyond so many, asking rep by rep takes less room. */
const MOST_SETS = 32;

const indexFor =
  (unknown: Pass | Exclusion) =>
  (reps: readonly Rep[]): FilterIndex => {
    const everybody = everybodyOf(reps);
    const anyLanguage = placesWhere(reps, ({ languages }) => languages === undefined);
    const tree = treeOf(reps, ({ languages = [] }) => languageTexts(languages).map(subtagsOf));
    return ({ lead: { languages: asked = [] } }) => {
      if (asked.length === 0) return alike(everybody, unknown);
      if (tree === undefined || asked.length > MOST_SETS) return undefined;
      return languageTexts(asked).map((text, rank) => {
        const places = rank === 0 ? anyLanguage.slice() : noPlaces(reps.length);
        tree.addAbove(places, subtagsOf(text));
        tree.addBelow(places, subtagsOf(text));
        return { rank, places };
      });
    };
  };

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

const choice = (rank: number): string =>
  rank < ORDINALS.length ? `${ORDINALS[rank]} choice` : `choice number ${rank + 1}`;

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
 * - **Cost:** O(languages of the rep x languages of the lead) for each rep; for a whole roster O(reps / 32) for
 *   each language of the lead.
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
  const { literals, unknown } = whenUnknownOf("language", "a language", options);
  return {
    name: "language",
    literals,
    index: indexFor(unknown),
    test: ({ lead, rep }) => {
      const asked = lead.languages ?? [];
      if (asked.length === 0) return unknown;
      if (rep.languages === undefined) return PASS;
      const spoken = languageTexts(rep.languages);
      const rank = languageTexts(asked).findIndex((wanted) =>
        spoken.some((tag) => languageFits(tag, wanted)),
      );
      if (rank === 0) return PASS;
      if (rank > 0) {
        const reason = `speaks ${shortened(asked[rank] as string)}, the lead's ${choice(rank)}`;
        return { passes: true, rank, reason };
      }
      const reason = `speaks ${named(rep.languages, "no language")}; the lead asks for ${named(asked, "no language")}`;
      return { passes: false, reason, has: rep.languages, wants: asked };
    },
  };
};
