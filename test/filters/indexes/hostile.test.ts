import { describe, expect, it } from "vitest";
import {
  available,
  exclude,
  expertise,
  type Filter,
  type Lead,
  language,
  type Rep,
  region,
  team,
} from "../../../src/index.js";
import { placesIn } from "../../../src/internal/placeSet.js";
import { passes } from "../../support/ask.js";

const MANY = 100_000;

const many = (rep: (n: number) => Omit<Rep, "id">): readonly Rep[] =>
  Array.from({ length: MANY }, (_, n) => ({ id: String(n).padStart(6, "0"), ...rep(n) }));

/** Who passes, by the index; nothing where it sends the asker to the test. */
const passing = (filter: Filter, reps: readonly Rep[], lead: Partial<Lead>) =>
  filter
    .index?.(reps)({ lead: { id: "l1", receivedAtMs: 0, ...lead }, nowMs: 50 })
    ?.flatMap(({ places }) => placesIn(places));

const deep = (levels: number, separator: string): string => Array(levels).fill("a").join(separator);

describe("an index over 100,000 reps", () => {
  it.each<readonly [string, Filter, (n: number) => Omit<Rep, "id">, Partial<Lead>]>([
    ["regions", region(), (n) => ({ regions: [`r${n}-x`] }), { region: "r77-x-y" }],
    ["languages", language(), (n) => ({ languages: [`l${n}-x`] }), { languages: ["l77"] }],
    ["skills", expertise(), (n) => ({ skills: { [`s${n}`]: 1 } }), { needs: { s77: 1 } }],
    ["levels", expertise(), (n) => ({ skills: { crm: n === 77 ? MANY : n } }), { needs: { crm: MANY } }],
    ["teams", team(), (n) => ({ teams: [`t${n}`] }), { team: "t77" }],
  ])("of which each has %s of its own finds the one", (_, filter, rep, lead) => {
    expect(passing(filter, many(rep), lead)).toStrictEqual([77]);
  });

  it("finds who is named in a conflict, and who is off", () => {
    const reps = many((n) => ({ excludedAccounts: [`a${n}`], timeOff: [{ fromMs: n, toMs: n + 1 }] }));
    expect(passing(exclude(), reps, { account: "a77" })).toHaveLength(MANY - 1);
    expect(passing(available(), reps, {})).toHaveLength(MANY - 1);
  });
});

describe("paths of a hundred thousand levels", () => {
  it("are found from both sides", () => {
    const [long, longer] = [deep(MANY, "-"), deep(MANY + 1, "-")];
    const reps = [
      { id: "ann", languages: [long], regions: [long] },
      { id: "bob", languages: ["b"], regions: ["b"] },
    ];
    for (const asked of ["a", long, longer])
      expect(passing(language(), reps, { languages: [asked] })).toStrictEqual([0]);
    expect(passing(region(), reps, { region: longer })).toStrictEqual([0]);
    expect(passing(region(), reps, { region: "a" })).toStrictEqual([]);
  });

  it("are asked about rep by rep when there are too many for a tree", () => {
    const regions = [deep(300_000, "-")];
    const reps = [{ id: "ann", regions, languages: regions }];
    expect(passing(region(), reps, { region: "a" })).toBeUndefined();
    expect(passing(language(), reps, { languages: ["a"] })).toBeUndefined();
    expect(passes(language(), { languages: ["a"] }, reps[0] ?? {})).toBe(true);
    expect(passing(region(), reps, {})).toStrictEqual([0]);
  });
});

describe("a lead of many languages", () => {
  it("is asked about rep by rep", () => {
    const languages = Array.from({ length: 33 }, (_, n) => `l${n}`);
    const reps = [{ id: "ann", languages: ["l31"] }];
    expect(passing(language(), reps, { languages })).toBeUndefined();
    expect(passing(language(), reps, { languages: languages.slice(1) })).toStrictEqual([0]);
  });
});
