import { explore, floorShare, rotation, type Selector, thompson, topProducer } from "../../../src/index.js";
import { everySoFar } from "./everySoFar.js";

const evidence = everySoFar();

/** Nobody asks here how likely a choice was, so it is not worked out well. */
const learner = (): Selector => thompson({ evidence, propensityDraws: 1 });

const best = (): Selector => topProducer({ evidence, by: "estimate" });

/** Who is put through the long run. */
export const longContenders: Readonly<Record<string, () => Selector>> = {
  rotation: () => rotation(),
  thompson: learner,
  "floorShare(0.5, thompson)": () => floorShare(0.5, learner()),
  topProducer: best,
  "explore(0.1, topProducer)": () => explore(0.1, best()),
};
