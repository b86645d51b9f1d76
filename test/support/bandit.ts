import type { Evidence, Selector, TrackRecord } from "../../src/index.js";
import { asking, candidatesOf } from "./askSelector.js";
import { drawing } from "./drawing.js";

interface Trial {
  /** How likely each rep is to win any lead. */
  readonly rates: readonly number[];
  readonly leads: number;
  readonly seed: number;
}

/** What came of a trial. */
interface Tried {
  readonly had: readonly number[];
  /** What was lost against the best rep, in expected wins, after each tenfold of leads from 10 on. */
  readonly regrets: readonly number[];
}

/** Has a selector deal leads whose outcome is known at once, without what a strategy does beside. */
export const tried = (selectorOf: (evidence: Evidence) => Selector, { rates, leads, seed }: Trial): Tried => {
  const seen = rates.map(() => ({ leads: 0, won: 0 }));
  const selector = selectorOf({
    name: "seen",
    of:
      () =>
      ({ place }) =>
        seen[place] as TrackRecord,
  });
  const candidates = candidatesOf(rates.map((_, i) => ({ id: `rep ${String(i).padStart(3, "0")}` })));
  const draw = drawing(seed);
  const best = Math.max(...rates);
  const regrets: number[] = [];
  let regret = 0;
  for (let n = 1, tenfold = 10; n <= leads; n += 1) {
    const place =
      selector.order(asking(candidates, { leadId: `l${n}`, seed: `s${seed}` })).at(0)?.place ?? -1;
    const [own, rate] = [seen[place], rates[place]];
    if (own === undefined || rate === undefined) throw new Error("nobody comes first");
    own.leads += 1;
    own.won += Number(draw() < rate);
    regret += best - rate;
    if (n === tenfold) [regrets[regrets.length], tenfold] = [regret, tenfold * 10];
  }
  return { had: seen.map((each) => each.leads), regrets };
};
