import { available, compose, expertise, language, region, rotation, weighted } from "fairlead";
import { compare } from "./compare.js";
import { creditLoop } from "./creditLoop.js";
import { deciding } from "./deciding.js";
import { smoothLoop } from "./smoothLoop.js";
import { allEligible, someEligible } from "./workload.js";

const SIZES = [10, 100, 1_000, 10_000, 100_000];

const usual = [region(), language(), expertise(), available()];

const questions = [
  {
    title: "rotation behind four filters, about 5 % of the reps eligible, over a loop on bitsets",
    workloadOf: someEligible,
    strategy: compose({ ledger: "bench", filters: usual, selector: rotation() }),
    loopOf: creditLoop,
  },
  {
    title: "rotation behind four filters, all reps eligible, over the same loop",
    workloadOf: allEligible,
    strategy: compose({ ledger: "bench", filters: usual, selector: rotation() }),
    loopOf: creditLoop,
  },
  {
    title: "weighted, nobody filtered out, over nginx's smooth loop",
    workloadOf: allEligible,
    strategy: compose({ ledger: "bench", filters: [], selector: weighted() }),
    loopOf: smoothLoop,
  },
];

const row = (...cells) => console.log(cells.map((cell) => String(cell).padStart(12)).join(""));

const shown = (us) =>
  us < 1
    ? `${Math.round(us * 1000)} ns`
    : us < 1000
      ? `${us.toPrecision(3)} us`
      : `${(us / 1000).toPrecision(3)} ms`;

console.log(
  `Node ${process.versions.node}: CPU time of one decision, medians of rounds; the ratio is what counts`,
);
for (const { title, workloadOf, strategy, loopOf } of questions) {
  console.log(`\n${title}`);
  row("reps", "fairlead", "loop", "ratio");
  for (const size of SIZES) {
    const workload = workloadOf(size);
    const { oursUs, otherUs, ratio } = compare(
      deciding(strategy, workload),
      loopOf(workload),
      workload.leads,
    );
    row(size, shown(oursUs), shown(otherUs), `${ratio < 100 ? ratio.toPrecision(3) : Math.round(ratio)}x`);
  }
}
