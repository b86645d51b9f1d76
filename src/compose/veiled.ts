import { isBlind } from "../internal/isBlind.js";
import type { Decision } from "../model/decision.js";
import type { LeftOut } from "../model/delivery.js";
import type { Explanation } from "../model/explanation.js";
import { TRIED } from "./parts.js";

const reason = "the lead is hidden until somebody claims it";

/** A reason may name what the lead says, so for a lead in a blind pool only the stage is told. */
export const veiledFor = (decision: Decision | undefined, leftOut: LeftOut): LeftOut =>
  isBlind(decision) ? { ...leftOut, exclusion: { passes: false, reason } } : leftOut;

/** The same for all that an explanation says in words or of what a rep has, and for scores, which may be made of what the lead says. */
export const veiled = ({ reason: _, tie: __, before, ...explanation }: Explanation): Explanation => ({
  ...explanation,
  leftOut: explanation.leftOut.map((rep) =>
    rep.by === TRIED ? rep : { repId: rep.repId, by: rep.by, reason },
  ),
  candidates: explanation.candidates.map(({ merit: ___, ...standing }) => standing),
  isHidden: true,
  ...(before === undefined ? {} : { before: before.map(veiled) }),
});
