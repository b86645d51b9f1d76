import {
  branch,
  capacity,
  compose,
  expertise,
  firstOf,
  region,
  rotation,
  split,
  weighted,
  where,
} from "../../../src/index.js";

const ofTheOffice = region({ whenUnknown: "exclude" });
const withTheSkill = expertise({ whenUnknown: "exclude" });

/** To whoever had it: history, told in the library's own words. */
export const asItWent = compose({
  ledger: "history",
  filters: [where("hadIt", 1, ({ lead, rep }) => lead.attributes?.["hadBy"] === rep.id)],
  selector: rotation(),
});

export const everybody = compose({ ledger: "desk", filters: [], selector: rotation() });

export const office = compose({ ledger: "desk", filters: [ofTheOffice], selector: rotation() });

export const specialists = compose({ ledger: "desk", filters: [withTheSkill], selector: rotation() });

export const byPastLeads = compose({ ledger: "desk", filters: [], selector: weighted() });

export const withRoom = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });

/** Somebody with room; where all are full, anybody. Both on one account. */
export const roomFirst = firstOf([
  { name: "with room", strategy: withRoom },
  { name: "anybody", strategy: everybody },
]);

/** Somebody of the office who knows the product; if there is none, anybody of the office. Both on one account. */
export const specialistsFirst = firstOf([
  {
    name: "specialists",
    strategy: compose({ ledger: "desk", filters: [ofTheOffice, withTheSkill], selector: rotation() }),
  },
  { name: "anybody", strategy: office },
]);

/** List price, in USD, from which a deal is dear. */
const DEAR = 3000;

/** Dear products go to those who have sold them, the others to everybody. Both on one account. */
export const dearToSpecialists = branch({
  cases: [{ name: "dear", version: 1, when: ({ lead }) => (lead.value ?? 0) >= DEAR, strategy: specialists }],
  otherwise: { name: "rest", strategy: everybody },
});

/** Half of the leads by skill, half without asking for any, each half on an account of its own. */
export const skillOrNot = split({
  name: "does skill matter",
  arms: [
    {
      name: "specialists",
      share: 0.5,
      strategy: compose({ ledger: "specialists", filters: [withTheSkill], selector: rotation() }),
    },
    {
      name: "everybody",
      share: 0.5,
      strategy: compose({ ledger: "everybody", filters: [], selector: rotation() }),
    },
  ],
});
