import {
  amongTop,
  bestMatch,
  compose,
  experienceFit,
  lastTakerFirst,
  leastLoaded,
  longestIdle,
  nested,
  onlyTop,
  patience,
  powerOfTwoChoices,
  priority,
  quotaRotation,
  random,
  ranked,
  regionFit,
  rotation,
  seededTies,
  skillFit,
  sticky,
  thenBy,
  tiers,
  valueRotation,
  weighted,
  weightedRandom,
} from "fairlead";
import { costs } from "./compare.js";
import { deciding } from "./deciding.js";
import { allEligible } from "./workload.js";

const SIZES = [10, 1_000, 100_000];

const bestFit = bestMatch({ terms: [skillFit(), regionFit(), experienceFit()] });

const selectors = [
  rotation(),
  weighted(),
  weighted({ by: "region" }),
  quotaRotation(),
  longestIdle(),
  valueRotation({ mostPerLead: 10_000 }),
  nested("team"),
  priority(),
  tiers({ of: { parts: [20, 30, 50] }, shares: [50, 30, 20], byGrade: {} }),
  leastLoaded(),
  powerOfTwoChoices(),
  random(),
  weightedRandom(),
  ranked(["rep 000001"]),
  sticky({ by: "account" }),
  bestFit,
  thenBy(bestFit, rotation()),
  amongTop(3, bestFit, rotation()),
  onlyTop(3, rotation()),
  seededTies(rotation()),
  lastTakerFirst(rotation()),
  patience(rotation(), { withinLeads: 1 }),
];

/** A strategy of the selector alone. */
const alone = (selector) => compose({ ledger: "bench", filters: [], selector });

/** Leads of 50 accounts that ask for something, and reps in nine teams. */
const workloadOf = (size) => {
  const { reps, leads } = allEligible(size);
  return {
    reps: reps.map((rep, i) => ({ ...rep, teams: [`team ${i % 9}`] })),
    leads: leads.map((lead, i) => ({
      ...lead,
      account: `account ${i % 50}`,
      region: "US",
      needs: { crm: 1 },
      value: 100 * (i % 90),
    })),
  };
};

const row = (name, cells) => console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(12)).join(""));

console.log(
  `Node ${process.versions.node}: CPU time of one decision over that of one by rotation, nobody filtered out; medians of rounds`,
);
row("reps", SIZES.map(String));
const workloads = SIZES.map(workloadOf);
for (const selector of selectors) {
  const ratios = workloads.map((workload) => {
    const { ratio } = costs(
      deciding(alone(selector), workload),
      deciding(alone(rotation()), workload),
      workload.leads,
    );
    return `${ratio.toFixed(2)}x`;
  });
  row(selector.name, ratios);
}
