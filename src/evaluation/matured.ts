import { compareCodeUnits } from "../internal/codeUnits.js";
import type { RepId } from "../model/id.js";
import type { Candidate } from "../model/selector.js";
import type { Weighed } from "./weighed.js";

/** How likely each rep is chosen: flat, so that it is read quickly many times. */
interface Chances {
  /** Where each choice begins in the columns, and where the last ends. */
  readonly from: Int32Array;
  readonly places: Int32Array;
  readonly byTarget: Float64Array;
  readonly byLog: Float64Array;
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
  readonly chances: Chances;
  /** Of each choice the number of its segment, and how many there are. */
  readonly segmentOf: readonly number[];
  readonly segments: number;
}

const candidatesOf = (ids: ReadonlySet<RepId>): readonly Candidate[] =>
  [...ids].sort(compareCodeUnits).map((id, place) => ({ id, rep: { id }, weight: 1, place }));

const chancesOf = (known: readonly Weighed[], placeOf: (id: RepId) => number): Chances => {
  const from = new Int32Array(known.length + 1);
  const [places, byTarget, byLog]: readonly [number[], number[], number[]] = [[], [], []];
  for (const [i, { choice, chances }] of known.entries()) {
    const logged = new Map(choice.candidates.map(({ id, propensity }) => [id, propensity]));
    const wanted = new Map(chances.map(({ repId, probability }) => [repId, probability]));
    for (const id of new Set([...logged.keys(), ...wanted.keys()])) {
      places.push(placeOf(id));
      byTarget.push(wanted.get(id) ?? 0);
      byLog.push(logged.get(id) ?? 0);
    }
    from[i + 1] = places.length;
  }
  return {
    from,
    places: Int32Array.from(places),
    byTarget: Float64Array.from(byTarget),
    byLog: Float64Array.from(byLog),
  };
};

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
    chances: chancesOf(known, placeOf),
    segmentOf: known.map(({ choice }) => segments.get(choice.segment) as number),
    segments: segments.size,
  };
};
