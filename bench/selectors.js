import { compose, emptyState, lastTakerFirst, patience, rotation, unwrap, weighted } from "fairlead";
import { costs } from "./compare.js";
import { allEligible } from "./workload.js";

const SIZES = [10, 1_000, 100_000];

const selectors = [
  rotation(),
  weighted(),
  lastTakerFirst(rotation()),
  patience(rotation(), { withinLeads: 1 }),
];

/** One decision after the other, each on the state that the one before left. */
const deciding = (selector, { reps }) => {
  const strategy = compose({ ledger: "bench", filters: [], selector });
  const roster = { reps };
  let state = emptyState({ seed: "bench" });
  return (lead) => {
    const outcome = unwrap(strategy(lead, roster, state));
    state = outcome.state;
    return outcome.decision;
  };
};

const row = (name, cells) => console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(12)).join(""));

console.log(
  `Node ${process.versions.node}: CPU time of one decision over that of one by rotation, nobody filtered out; medians of rounds`,
);
row("reps", SIZES.map(String));
const workloads = SIZES.map(allEligible);
for (const selector of selectors) {
  const ratios = workloads.map((workload) => {
    const { ratio } = costs(deciding(selector, workload), deciding(rotation(), workload), workload.leads);
    return `${ratio.toFixed(2)}x`;
  });
  row(selector.name, ratios);
}
