import type { LeftOut } from "../model/delivery.js";
import type { LeftOutRep } from "../model/explanation.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { Candidate } from "../model/selector.js";
import { askOne, questionAbout } from "./askOne.js";
import { exclusionOf } from "./eligibility.js";
import type { Ranked } from "./ranking.js";
import type { Account, Scene } from "./scene.js";

type Reason = Omit<LeftOutRep, "repId">;

/** As JSON keeps it, whatever a filter gave; absent where nothing is left of it. */
const plain = (field: "has" | "wants", value: unknown): object => {
  try {
    const text = JSON.stringify(value);
    return text === undefined ? {} : { [field]: JSON.parse(text) };
  } catch {
    return {};
  }
};

const reasonOf = ({ by, exclusion: { reason, has, wants, untilMs } }: LeftOut): Reason => ({
  by,
  reason,
  ...plain("has", has),
  ...plain("wants", wants),
  ...(untilMs === undefined ? {} : { untilMs }),
});

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
  return { by: filter.name, reason: `${passes[at]?.reason || "fits less well"}; somebody fits better` };
};

/** The first stage, in written order, that left a rep out. */
export const reasonFor = (
  scene: Scene,
  account: Account,
  { candidates, takers }: Ranked,
): ((rep: Candidate) => Reason) => {
  const ranked = new Set(candidates.map(({ place }) => place));
  const best = candidates[0] === undefined ? [] : passesOf(scene, account, candidates[0]);
  const turnless = ({ weight }: Candidate): Reason => ({
    by: scene.parts.selector.name,
    reason: weight === 0 ? "has weight 0 and takes no turn" : "takes no turn",
  });
  return (rep) => {
    const leftOut = exclusionOf(scene, account, rep);
    if (leftOut !== undefined) return reasonOf(leftOut);
    if (ranked.has(rep.place) || takers?.has(rep.place) === false) return turnless(rep);
    return fallenBehind(scene, best, passesOf(scene, account, rep)) ?? turnless(rep);
  };
};
