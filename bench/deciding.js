import { emptyState, unwrap } from "fairlead";

/** One decision after the other, each on the state that the one before left. */
export const deciding = (strategy, { reps }, options) => {
  const roster = { reps };
  let state = emptyState({ seed: "bench" });
  return (lead) => {
    const outcome = unwrap(strategy(lead, roster, state, options));
    state = outcome.state;
    return outcome.decision;
  };
};
