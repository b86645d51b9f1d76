import { placesWhere } from "../internal/placeSet.js";
import { shortened } from "../internal/shortened.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { FilterIndex } from "../model/filterIndex.js";
import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import { alike, everybodyOf, passing } from "./indexes/answers.js";
import { addHolders, holdersByValue } from "./indexes/holders.js";
import { isBlank } from "./isBlank.js";
import { named } from "./named.js";
import { PASS } from "./pass.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

/** What a filter compares: one value of the lead with a list of the rep. */
export interface Compared {
  /** The filter's name, and the word for one value: "team". */
  readonly one: string;
  /** The word for several: "teams". */
  readonly many: string;
  /** What the rep does with them: "is in". */
  readonly rep: string;
  /** What the lead does: "asks for". */
  readonly lead: string;
  readonly wanted: (lead: Lead) => string | undefined;
  /** Nothing: any value will do. */
  readonly held: (rep: Rep) => readonly string[] | undefined;
}

/** The lead's value, if it says one. */
const saidBy = ({ wanted }: Compared, lead: Lead): string | undefined => {
  const value = wanted(lead);
  return value === undefined || isBlank(value) ? undefined : value;
};

const reasonOf = ({ one, many, rep, lead }: Compared, held: readonly string[], wanted: string): string => {
  const word = held.filter((value) => !isBlank(value)).length === 1 ? one : many;
  const has = named(held, "");
  return `${rep} ${has === "" ? `no ${one}` : `the ${word} ${has}`}; the lead ${lead} the ${one} ${shortened(wanted)}`;
};

const indexFor =
  (compared: Compared, unknown: Pass | Exclusion) =>
  (reps: readonly Rep[]): FilterIndex => {
    const everybody = everybodyOf(reps);
    const any = placesWhere(reps, (rep) => compared.held(rep) === undefined);
    const byValue = holdersByValue(reps, (rep) => compared.held(rep) ?? []);
    return ({ lead }) => {
      const wanted = saidBy(compared, lead);
      if (wanted === undefined) return alike(everybody, unknown);
      const places = any.slice();
      addHolders(places, byValue.get(wanted) ?? []);
      return passing(places);
    };
  };

/** Keeps the reps who hold the lead's value, letter by letter. */
export const valueFilter = (compared: Compared, options: WhenUnknown): Filter => {
  const { one: name } = compared;
  const article = /^[aeiou]/.test(name) ? "an" : "a";
  const { literals, unknown } = whenUnknownOf(name, `${article} ${name}`, options);
  return {
    name,
    literals,
    index: indexFor(compared, unknown),
    test: ({ lead, rep }) => {
      const wants = saidBy(compared, lead);
      if (wants === undefined) return unknown;
      const has = compared.held(rep);
      if (has === undefined || has.includes(wants)) return PASS;
      return { passes: false, reason: reasonOf(compared, has, wants), has, wants };
    },
  };
};
