import { available, compose, daysOff, emptyState, rotation, unwrap } from "fairlead";
import { leadsOfYear, rosterOf, staff } from "./officeYear.js";

const ROUNDS = 9;

const desk = compose({ ledger: "bench", filters: [available()], selector: rotation() });

const scheduled = rosterOf(staff(), { daysOff });

const cpuUs = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** A whole year, one decision after the other; what a decision cost, and how many were there for it. */
const year = (roster, leads) => {
  let state = emptyState({ seed: "bench" });
  let candidates = 0;
  const before = cpuUs();
  for (const lead of leads) {
    const outcome = unwrap(desk(lead, roster, state));
    state = outcome.state;
    candidates += outcome.decision.candidates;
  }
  return { us: (cpuUs() - before) / leads.length, there: candidates / leads.length };
};

/** The same people without schedules and leave, of whom as many are there as on average have working hours. */
const plain = (there) => ({
  reps: scheduled.reps.map(({ id }, i) => ({ id, presence: i < there ? "online" : "away" })),
});

console.log(
  `Node ${process.versions.node}: CPU time of one decision over a year for 50 people in 9 zones, against as many there without a schedule; medians of ${ROUNDS} rounds`,
);
for (const count of [1_000, 10_000, 100_000]) {
  const leads = leadsOfYear(count);
  const { there } = year(scheduled, leads);
  const without = plain(Math.round(there));
  year(without, leads);
  const rounds = Array.from({ length: ROUNDS }, () => {
    // A roster that nobody has seen, so that its hours are worked out within the round.
    const fresh = rosterOf(staff(), { daysOff });
    const us = { with: year(fresh, leads).us, without: year(without, leads).us };
    return { ...us, ratio: us.with / us.without };
  });
  const of = (key) => median(rounds.map((round) => round[key])).toPrecision(3);
  console.log(
    `${String(count).padStart(8)} leads, ${there.toFixed(1)} there: ${of("with")} us with, ${of("without")} us without, ${of("ratio")}x`,
  );
}
