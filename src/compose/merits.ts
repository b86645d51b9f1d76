import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { faultsOf, finite, fraction, listOf, recordOf, text } from "../check/shape.js";
import { call } from "../internal/blame.js";
import type { RankedRep } from "../model/explanation.js";
import type { RepId } from "../model/id.js";
import type { Candidate, Merit, MeritPart } from "../model/selector.js";
import { questionFor } from "./questionFor.js";
import type { Ranked } from "./ranking.js";
import type { Account, Scene } from "./scene.js";

const partShape = recordOf({ name: text, score: finite, says: text });

const meritShape = recordOf({ score: finite, share: fraction, says: text }, { parts: listOf(partShape) });

const partOf = ({ name, score, says }: MeritPart): MeritPart => ({ name, score: score + 0, says });

/** What the selector says of its order; nothing where it says nothing. */
export const meritsOf = (
  scene: Scene,
  account: Account,
  { candidates, owed }: Ranked,
): ((rep: Candidate) => Merit | undefined) => {
  const { name, merits } = scene.parts.selector;
  if (merits === undefined || !isNonEmpty(candidates)) return () => undefined;
  const path = ["selector", name, "merits"];
  const question = questionFor(scene, account, { candidates, owed });
  const meritOf = call(path, () => merits(question));
  return (rep) =>
    call(path, () => {
      const { score, share, says, parts } = meritOf(rep);
      const bare = { score: score + 0, share: share + 0, says };
      const merit = parts === undefined ? bare : { ...bare, parts: parts.map(partOf) };
      if (faultsOf("merit", meritShape, merit).length === 0) return merit;
      throw new TypeError("gave no score, share and words");
    });
};

/** Those who share the best score; nobody where one stands alone. */
export const tieIn = (candidates: readonly RankedRep[]): readonly RepId[] => {
  const best = candidates[0]?.merit?.score;
  const tied = candidates.filter(({ merit }) => merit !== undefined && merit.score === best);
  return tied.length > 1 ? tied.map(({ repId }) => repId) : [];
};
