import { compareCodeUnits } from "../internal/codeUnits.js";
import type { RepId } from "../model/id.js";
import type { Candidate } from "../model/selector.js";
import type { Weighed } from "./weighed.js";

/** How likely the rep at this place is chosen. */
export interface PlacedChance {
  readonly place: number;
  readonly probability: number;
}

/** The choices of which it is known what came of them, as columns: a number each, in their order. */
export interface Matured {
  readonly rewards: readonly number[];
  /** The largest reward; 1 where all are 0. */
  readonly largest: number;
  readonly weights: readonly number[];
  /** Everybody who was a candidate or might be chosen, sorted by id. */
  readonly reps: readonly Candidate[];
  /** Of each choice the place of whoever got the lead. */
  readonly takers: readonly number[];
  /** Of each choice whom the target might choose, and how likely; and the same of the log. */
  readonly chances: readonly (readonly PlacedChance[])[];
  readonly propensities: readonly (readonly PlacedChance[])[];
  /** Of each choice the number of its segment, and how many there are. */
  readonly segmentOf: readonly number[];
  readonly segments: number;
}

const candidatesOf = (ids: ReadonlySet<RepId>): readonly Candidate[] =>
  [...ids].sort(compareCodeUnits).map((id, place) => ({ id, rep: { id }, weight: 1, place }));

export const maturedOf = (weighed: readonly Weighed[]): Matured => {
  const known = weighed.flatMap(({ choice, ...rest }) =>
    choice.reward === undefined ? [] : [{ choice, reward: choice.reward, ...rest }],
  );
  const ids = new Set<RepId>();
  for (const { choice, chances } of known) {
    for (const { id } of choice.candidates) ids.add(id);
    for (const { repId } of chances) ids.add(repId);
  }
  const reps = candidatesOf(ids);
  const places = new Map(reps.map(({ id, place }) => [id, place]));
  const placeOf = (id: RepId): number => places.get(id) as number;
  const segments = new Map<string | undefined, number>();
  for (const { choice } of known)
    if (!segments.has(choice.segment)) segments.set(choice.segment, segments.size);
  const rewards = known.map(({ reward }) => reward);
  return {
    rewards,
    largest: rewards.reduce((most, reward) => Math.max(most, reward), 0) || 1,
    weights: known.map(({ weight }) => weight),
    reps,
    takers: known.map(({ choice }) => placeOf(choice.repId)),
    chances: known.map(({ chances }) =>
      chances.map(({ repId, probability }) => ({ place: placeOf(repId), probability })),
    ),
    propensities: known.map(({ choice }) =>
      choice.candidates.map(({ id, propensity }) => ({ place: placeOf(id), probability: propensity })),
    ),
    segmentOf: known.map(({ choice }) => segments.get(choice.segment) as number),
    segments: segments.size,
  };
};
