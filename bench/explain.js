import { available, compose, expertise, language, region, rotation } from "fairlead";
import { compare } from "./compare.js";
import { deciding } from "./deciding.js";
import { someEligible } from "./workload.js";

const filters = [region(), language(), expertise(), available()];
const strategy = compose({ ledger: "bench", filters, selector: rotation() });

console.log(
  "A decision that is not asked to explain itself, over one that is asked nothing; and one that is asked, over it",
);
for (const size of [10, 100, 1_000, 10_000]) {
  const workload = someEligible(size);
  const silent = compare(
    deciding(strategy, workload, { explain: false }),
    deciding(strategy, workload),
    workload.leads,
  );
  const told = compare(
    deciding(strategy, workload, { explain: true }),
    deciding(strategy, workload),
    workload.leads,
  );
  console.log(`${String(size).padStart(7)} reps  ${silent.ratio.toFixed(2)}x  ${told.ratio.toFixed(0)}x`);
}
