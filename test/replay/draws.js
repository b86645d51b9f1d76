import { digest } from "./digest.js";
import { numbersFrom } from "./numbersFrom.js";

const LEADS = 60;
const REP_IDS = ["", "__proto__", "Ann", "ann", "é", "\u{1f98a}", "r".repeat(300)];
const WEIGHTS = [1, 2, 0.5, 0, 10_000];

const selectorsOf = (fairlead) => {
  const { ceiling, explore, floorShare, leastLoaded, powerOfTwoChoices, random } = fairlead;
  const { rotation, seededTies, thompson, topProducer, weightedRandom } = fairlead;
  return [
    random(),
    weightedRandom(),
    random({ draws: "perTurn" }),
    weightedRandom({ draws: "perTurn" }),
    powerOfTwoChoices(),
    powerOfTwoChoices({ mode: "capacityShare", draws: "perTurn" }),
    leastLoaded({ mode: "capacityShare" }),
    seededTies(rotation()),
    thompson(),
    floorShare(0.4, thompson({ draws: "perTurn", propensityDraws: 20 })),
    ceiling(1.3, explore(0.3, topProducer({ by: "estimate" }))),
  ];
};

/** From none to a few hundred leads, of which some reps win next to none, so that shapes below 1 are drawn too. */
const performanceOf = (place) => ({ leads: place * place * 7, won: place * 2 });

const rosterAt = (next) => ({
  reps: REP_IDS.filter(() => next(4) > 0).map((id) => ({
    id,
    performance: performanceOf(REP_IDS.indexOf(id)),
    weight: WEIGHTS[next(WEIGHTS.length)],
    ...(next(2) === 0 ? {} : { capacity: next(9) / 2 }),
  })),
});

/**
 * Plays leads that are offered by chance, by load or by performance, answered and refused: once by each selector on a ledger of its own. A line for each lead says whom
 * it was offered to, in turn, with a digest of every decision.
 */
export const draws = (fairlead) => {
  const next = numbersFrom(20_260_202);
  const steps = [];
  let state = fairlead.emptyState({ seed: "draws \u{1f3b2}" });
  for (const [i, selector] of selectorsOf(fairlead).entries()) {
    const delivery = fairlead.cascade({ answerMs: 60_000 });
    const strategy = fairlead.compose({ ledger: `draws ${i}`, filters: [], selector, delivery });
    for (let n = 0; n < LEADS; n += 1) {
      const lead = { id: `lead ${next(LEADS)}`, receivedAtMs: n, effort: next(4) };
      const roster = rosterAt(next);
      const asked = [];
      let { decision, state: after } = strategy(lead, roster, state).right;
      const seen = [decision];
      for (let answers = 0; decision.status === "offered"; answers += 1) {
        const { repId } = decision.offers[0];
        asked.push(repId.slice(0, 9));
        const type = next(3) > 0 ? "accepted" : "declined";
        const event = { id: `e${answers}`, atMs: n + answers + 1, type, repId };
        ({ decision, state: after } = strategy.respond(lead, decision, event, roster, after).right);
        seen.push(decision);
      }
      state = JSON.parse(JSON.stringify(after));
      steps.push(`${selector.name}: ${decision.status} ${JSON.stringify(asked)} ${digest(seen)}`);
    }
  }
  return { zones: {}, steps, finalState: state };
};
