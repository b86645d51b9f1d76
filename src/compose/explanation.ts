import { faultsOf, finite, fraction, recordOf, text } from "../check/shape.js";
import { handsOn } from "../internal/handsOn.js";
import type { Decision } from "../model/decision.js";
import type { LeftOut } from "../model/delivery.js";
import type { Explanation, LeftOutRep, RankedRep } from "../model/explanation.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { RepId } from "../model/id.js";
import type { Outcome } from "../model/outcome.js";
import type { Candidate, Merit } from "../model/selector.js";
import { askOne, questionAbout } from "./askOne.js";
import { blame, call } from "./blame.js";
import { exclusionOf } from "./eligibility.js";
import type { Ranked } from "./ranking.js";
import type { Account, Scene } from "./scene.js";

type Reason = Omit<LeftOutRep, "repId">;

/** As JSON keeps it, whatever a filter gave; absent where nothing is left of it. */
const plain = (field: "has" | "wants", value: unknown): object => {
  const text = JSON.stringify(value);
  return text === undefined ? {} : { [field]: JSON.parse(text) };
};

const reasonOf = ({ by, exclusion: { reason, has, wants } }: LeftOut): Reason =>
  call(["filters", by], () => ({ by, reason, ...plain("has", has), ...plain("wants", wants) }));

/** What each filter says of somebody whom all let through. */
const passesOf = (scene: Scene, account: Account, rep: Candidate): readonly (Pass | Exclusion)[] => {
  const question = questionAbout(scene, account, rep);
  return scene.parts.filters.map((_, at) => askOne(scene, at, question));
};

const rankOf = (answer: Pass | Exclusion | undefined): number => (answer?.passes === true ? answer.rank : 0);

/** Whoever passes every filter and is no candidate fell behind at the first filter whose rank is not the best's. */
const fallenBehind = (
  { parts }: Scene,
  best: readonly (Pass | Exclusion)[],
  passes: readonly (Pass | Exclusion)[],
): Reason | undefined => {
  const at = passes.findIndex((answer, f) => rankOf(answer) > rankOf(best[f]));
  const filter: Filter | undefined = parts.filters[at];
  if (filter === undefined) return undefined;
  return { by: filter.name, reason: `${passes[at]?.reason ?? "fits less well"}; somebody fits better` };
};

/** The first stage, in written order, that left a rep out. */
const reasonFor = (
  scene: Scene,
  account: Account,
  { candidates, takers }: Ranked,
): ((rep: Candidate) => Reason) => {
  const ranked = new Set(candidates);
  const best = candidates[0] === undefined ? [] : passesOf(scene, account, candidates[0]);
  const turnless = { by: scene.parts.selector.name, reason: "takes no turn" };
  return (rep) => {
    const leftOut = exclusionOf(scene, account, rep);
    if (leftOut !== undefined) return reasonOf(leftOut);
    if (ranked.has(rep) || takers?.has(rep) === false) return turnless;
    return fallenBehind(scene, best, passesOf(scene, account, rep)) ?? turnless;
  };
};

const TRIED = { by: "tried", reason: "had this lead before and is not asked again" };

const meritShape = recordOf({ score: finite, share: fraction, says: text });

/** What the selector says of its order; nothing where it says nothing. */
const meritsOf = (
  { parts, lead, nowMs }: Scene,
  { ledger }: Account,
  { candidates }: Ranked,
): ((rep: Candidate) => Merit | undefined) => {
  const { name, merits } = parts.selector;
  const [first, ...rest] = candidates;
  if (merits === undefined || first === undefined) return () => undefined;
  const path = ["selector", name, "merits"];
  const meritOf = call(path, () => merits({ lead, candidates: [first, ...rest], ledger, nowMs }));
  return (rep) => {
    const { score, share, says } = call(path, () => meritOf(rep));
    const faults = faultsOf("merit", meritShape, { score, share, says });
    return faults.length === 0 ? { score, share, says } : blame(path, "gave no score, share and words");
  };
};

const tieIn = (candidates: readonly RankedRep[]): readonly RepId[] => {
  const best = candidates[0]?.merit?.score;
  const tied = candidates.filter(({ merit }) => merit !== undefined && merit.score === best);
  return tied.map(({ repId }) => repId);
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
  const order = Array.from(
    { length: ranked.ranking.length },
    (_, place) => ranked.ranking.at(place) as Candidate,
  );
  const candidates = order.map((rep): RankedRep => {
    const merit = meritOf(rep);
    return { repId: rep.id, ...account.standing(rep), ...(merit === undefined ? {} : { merit }) };
  });
  const among = new Set(order);
  const reasonOfRep = reasonFor(scene, account, ranked);
  const leftOut = scene.roster.reps
    .filter((rep) => !among.has(rep))
    .map(
      (rep): LeftOutRep => ({
        repId: rep.id,
        ...(tried.has(rep.id) ? TRIED : reasonOfRep(rep)),
      }),
    );
  const tie = tieIn(candidates);
  return {
    leadId: scene.lead.id,
    ledger: scene.parts.ledger,
    path: [],
    strategy: scene.fingerprint,
    atMs: scene.nowMs + 0,
    status: decision.status,
    given: handsOn(decision),
    leftOut,
    candidates,
    ...(tie.length > 1 ? { tie } : {}),
  };
};

/** The explanation, where it was asked for and anybody was asked. */
export const explained = (
  scene: Scene,
  account: Account,
  tried: ReadonlySet<RepId>,
  ranked: Ranked | undefined,
  decision: Decision,
): Pick<Outcome, "explanation"> =>
  scene.explain && ranked !== undefined
    ? { explanation: explanationOf(scene, account, tried, ranked, decision) }
    : {};
