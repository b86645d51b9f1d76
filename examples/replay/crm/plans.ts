import type { Strategy } from "../../../src/index.js";
import {
  asItWent,
  byPastLeads,
  dearToSpecialists,
  everybody,
  office,
  roomFirst,
  skillOrNot,
  specialists,
  specialistsFirst,
  withRoom,
} from "./strategies.js";

/** A strategy under the name by which the tables call it. */
export interface Plan {
  readonly name: string;
  readonly strategy: Strategy;
  /** Whose candidates share each lead when it is measured. Absent: the strategy's own. */
  readonly entitled?: Strategy;
  /** Whether candidates share by weight. Absent: all the same. */
  readonly isWeighted?: boolean;
}

/** Who could have had a lead in history is not known: it is measured as if everybody could have had each. */
export const history: Plan = { name: "history", strategy: asItWent, entitled: everybody };

export const experiment: Plan = { name: "split: skill or not", strategy: skillOrNot };

/** Over the whole stream: what asks for nothing that must be learned first. */
export const wholePlans: readonly Plan[] = [
  { name: "rotation", strategy: everybody },
  { name: "rotation in the office", strategy: office },
];

/** Over the second half, with what the first half taught. */
export const plans: readonly Plan[] = [
  ...wholePlans,
  { name: "rotation, expertise", strategy: specialists },
  { name: "weighted by past leads", strategy: byPastLeads, isWeighted: true },
  { name: "rotation, capacity", strategy: withRoom },
  { name: "firstOf: room", strategy: roomFirst },
  { name: "firstOf: specialists", strategy: specialistsFirst },
  { name: "branch: dear by skill", strategy: dearToSpecialists },
  experiment,
];
