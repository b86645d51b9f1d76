import { call } from "../internal/blame.js";
import { CREDITS_PER_LEAD } from "../internal/credits.js";
import { handsOn } from "../internal/handsOn.js";
import { isBlind } from "../internal/isBlind.js";
import type { Decision } from "../model/decision.js";
import type { Explanation, LeftOutRep, RankedRep } from "../model/explanation.js";
import type { RepId } from "../model/id.js";
import type { Outcome } from "../model/outcome.js";
import type { Candidate } from "../model/selector.js";
import type { Ledger } from "../model/state.js";
import type { Asked } from "./asking.js";
import { meritsOf, tieIn } from "./merits.js";
import { TRIED } from "./parts.js";
import { ledgerNow } from "./period.js";
import type { Ranked } from "./ranking.js";
import { reasonFor } from "./reasons.js";
import type { Account, Scene } from "./scene.js";
import { standingOf } from "./standingOf.js";
import { veiled } from "./veiled.js";

const HAD_IT = { by: TRIED, reason: "had this lead before and is not asked again" };

/** The whole order. A push reads its head alone, so a ranking with holes shows here first. */
const orderOf = ({ parts }: Scene, { ranking }: Ranked): readonly Candidate[] =>
  call(["selector", parts.selector.name], () =>
    Array.from({ length: ranking.length }, (_, place) => {
      const rep = ranking.at(place);
      if (rep === undefined) throw new TypeError(`gave a ranking with nobody at place ${place}`);
      return rep;
    }),
  );

const leftOutOf = (
  scene: Scene,
  account: Account,
  tried: ReadonlySet<RepId>,
  ranked: Ranked,
  order: readonly Candidate[],
): readonly LeftOutRep[] => {
  const among = new Set(order.map(({ place }) => place));
  const reasonOf = reasonFor(scene, account, ranked);
  const owed = new Set(ranked.owed.map(({ rep }) => rep.place));
  return scene.roster.reps
    .filter(({ place }) => !among.has(place))
    .map(
      (rep): LeftOutRep => ({
        repId: rep.id,
        ...(tried.has(rep.id) ? HAD_IT : reasonOf(rep)),
        ...(owed.has(rep.place) ? { isOwed: true } : {}),
      }),
    );
};

/** What was added to a rep's account by hand. */
const adjustedIn = ({ adjusted = [] }: Ledger): ((repId: RepId) => Pick<RankedRep, "adjusted">) => {
  const known = new Map(adjusted.map((each) => [each.repId, each]));
  return (repId) => {
    const found = known.get(repId);
    if (found === undefined) return {};
    const { reason, by } = found.last;
    const leads = found.credits / CREDITS_PER_LEAD;
    return { adjusted: { leads, reason, ...(by === undefined ? {} : { by }) } };
  };
};

/** The reasoning of a ranking, made anew from the very filters and the selector that made it. */
const explanationOf = (
  scene: Scene,
  account: Account,
  tried: ReadonlySet<RepId>,
  ranked: Ranked,
  decision: Decision,
): Explanation => {
  const meritOf = meritsOf(scene, account, ranked);
  const order = orderOf(scene, ranked);
  const byHandOf = adjustedIn(ledgerNow(scene, account.state));
  const candidates = order.map((rep): RankedRep => {
    const merit = meritOf(rep);
    return { ...standingOf(account, rep), ...(merit === undefined ? {} : { merit }), ...byHandOf(rep.id) };
  });
  const tie = tieIn(candidates);
  return {
    leadId: scene.lead.id,
    ledger: scene.parts.ledger,
    path: [],
    strategy: scene.fingerprint,
    atMs: scene.nowMs + 0,
    status: decision.status,
    ...("reason" in decision ? { reason: decision.reason } : {}),
    ...(decision.status === "parked" ? { wakeAtMs: decision.wakeAtMs } : {}),
    given: handsOn(decision),
    leftOut: leftOutOf(scene, account, tried, ranked, order),
    candidates,
    ...(tie.length === 0 ? {} : { tie }),
  };
};

/** The explanation of the last order, where it was asked for and anybody was asked. */
export const explained = (
  account: Account,
  asked: Asked | undefined,
  decision: Decision,
): Pick<Outcome, "explanation"> => {
  if (asked === undefined || !asked.scene.explain) return {};
  const { scene, tried, ranked } = asked;
  const explanation = explanationOf(scene, account, new Set(tried), ranked, decision);
  return { explanation: isBlind(decision) ? veiled(explanation) : explanation };
};
