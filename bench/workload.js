import { numbersFrom } from "../test/replay/numbersFrom.js";

const REGIONS = ["US", "CA", "DE", "SE", "BR", "JP"];
const LANGUAGES = ["en", "de", "sv", "pt", "ja"];
const SKILLS = ["crm", "sql", "cloud", "legal", "retail", "health", "energy", "travel"];

const someOf = (next, list, many) => {
  const left = [...list];
  return Array.from({ length: many }, () => left.splice(next(left.length), 1)[0]);
};

/** Zero-padded, so that the order of the ids is the order of the places. */
const idOf = (place) => `rep ${String(place).padStart(6, "0")}`;

/** Reps with 3 of 6 regions, 3 of 5 languages and 4 of 8 skills; one in five is away. */
export const someEligible = (size) => {
  const next = numbersFrom(size);
  const reps = Array.from({ length: size }, (_, place) => ({
    id: idOf(place),
    regions: someOf(next, REGIONS, 3),
    languages: someOf(next, LANGUAGES, 3),
    skills: Object.fromEntries(someOf(next, SKILLS, 4).map((skill) => [skill, 1])),
    presence: next(5) === 0 ? "away" : "online",
    weight: 1 + next(5),
  }));
  const leads = Array.from({ length: 512 }, (_, i) => ({
    id: `lead ${i}`,
    receivedAtMs: i,
    region: REGIONS[next(REGIONS.length)],
    languages: [LANGUAGES[next(LANGUAGES.length)]],
    needs: Object.fromEntries(someOf(next, SKILLS, 2).map((skill) => [skill, 1])),
  }));
  return { reps, leads };
};

/** The same reps, all of them there, and leads that ask for nothing. */
export const allEligible = (size) => {
  const { reps, leads } = someEligible(size);
  return {
    reps: reps.map((rep) => ({ ...rep, presence: "online" })),
    leads: leads.map(({ id, receivedAtMs }) => ({ id, receivedAtMs })),
  };
};
