import type { Candidate, OrderQuestion } from "../../../model/selector.js";
import type { Standing } from "../../../model/standing.js";
import type { FitQuestion } from "./fitTerm.js";

/** The question about one candidate; its standing is worked out by those who read it. A class for what `LazyMerit` is one. */
export class AboutOne implements FitQuestion {
  readonly #standing: () => Standing;
  readonly lead: FitQuestion["lead"];
  readonly rep: FitQuestion["rep"];
  readonly nowMs: FitQuestion["nowMs"];

  constructor({ lead, standing, nowMs }: OrderQuestion, candidate: Candidate) {
    this.#standing = () => standing(candidate);
    this.lead = lead;
    this.rep = candidate.rep;
    this.nowMs = nowMs;
  }

  get standing(): Standing {
    return this.#standing();
  }
}
