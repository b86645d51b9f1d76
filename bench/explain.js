import { available, compose, emptyState, expertise, language, region, rotation, unwrap } from "fairlead";
import { compare } from "./compare.js";
import { someEligible } from "./workload.js";

const filters = [region(), language(), expertise(), available()];
const strategy = compose({ ledger: "bench", filters, selector: rotation() });

const deciding = ({ reps }, options) => {
  const roster = { reps };
  let state = emptyState({ seed: "bench" });
  return (lead) => {
    const outcome = unwrap(strategy(lead, roster, state, options));
    state = outcome.state;
    return outcome.decision;
  };
};

console.log(
  "A decision that is not asked to explain itself, over one that is asked nothing; and one that is asked, over it",
);
for (const size of [10, 100, 1_000, 10_000]) {
  const workload = someEligible(size);
  const silent = compare(deciding(workload, { explain: false }), deciding(workload), workload.leads);
  const told = compare(deciding(workload, { explain: true }), deciding(workload), workload.leads);
  console.log(`${String(size).padStart(7)} reps  ${silent.ratio.toFixed(2)}x  ${told.ratio.toFixed(0)}x`);
}
