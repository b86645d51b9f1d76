import type { Evidence, TrackRecord } from "../model/performance.js";
import type { Candidate } from "../model/selector.js";
import { type SeenQuestion, seenBy } from "./seen.js";
import { strengthAbout, strengthOf } from "./strength.js";

/** What is to be expected of a rep's next lead. */
export interface Estimate {
  /** How likely it is won: what was seen, drawn to what is usual. */
  readonly rate: number;
  /** How many leads the estimate rests on, those that what is usual counts for among them. */
  readonly weight: number;
  /** What was seen: in the segment where there were leads enough, otherwise in all. */
  readonly seen: TrackRecord;
  /** How often leads like this one are won, against all those that were seen: 1 but where all stand for a segment. */
  readonly factor: number;
  /** How likely is usual for reps like this one. */
  readonly usual: number;
}

/** Before anybody won or lost anything: as good as even, and the same for everybody. */
const UNKNOWN_RATE = 0.5;

/** One segment alone does not show how much segments differ, so it is taken to be like the whole for so many leads. */
const SEGMENT_STRENGTH = 10;

const NOTHING: TrackRecord = { leads: 0, won: 0 };

const summed = (all: readonly TrackRecord[]): TrackRecord => {
  const sum = { leads: 0, won: 0 };
  for (const { leads, won } of all) {
    sum.leads += leads;
    sum.won += won;
  }
  return sum;
};

const drawnTo = (usual: number, strength: number, { leads, won }: TrackRecord): number =>
  (strength * usual + won) / (strength + leads);

const rateOf = ({ leads, won }: TrackRecord): number => (leads === 0 ? UNKNOWN_RATE : won / leads);

/** A rep's first team stands for all. */
const teamOf = ({ rep }: Candidate): string | undefined => rep.teams?.[0];

/** Draws what was seen of each rep to what is usual for its like. */
type Drawing = (rep: Candidate) => Estimate;

const drawing =
  (seen: readonly TrackRecord[], strength: number, usualOf: (rep: Candidate) => number): Drawing =>
  (rep) => {
    const own = seen[rep.place] ?? NOTHING;
    const usual = usualOf(rep);
    return { rate: drawnTo(usual, strength, own), weight: strength + own.leads, seen: own, factor: 1, usual };
  };

/** The rates of reps, drawn to that of their team, and those of teams to that of all. */
const byTeam = (reps: readonly Candidate[], seen: readonly TrackRecord[]): Drawing => {
  const teams = new Map<string | undefined, TrackRecord[]>();
  for (const rep of reps) {
    const team = teams.get(teamOf(rep)) ?? [];
    teams.set(teamOf(rep), team);
    team.push(seen[rep.place] ?? NOTHING);
  }
  const groups = [...teams.values()];
  const ofTeams = groups.map(summed);
  const strength = strengthOf([ofTeams]);
  const whole = rateOf(summed(ofTeams));
  const usual = new Map(
    [...teams.keys()].map((team, i) => [team, drawnTo(whole, strength, ofTeams[i] ?? NOTHING)]),
  );
  return drawing(seen, strengthOf(groups), (rep) => usual.get(teamOf(rep)) ?? whole);
};

/**
 * How often leads of the segment are won, against what was to be expected of those who had them: a segment is none the
 * easier for having been dealt to the best.
 */
const segmentFactor = (
  reps: readonly Candidate[],
  whole: number,
  inWhole: Drawing,
  inSegment: readonly TrackRecord[],
): number => {
  const alike = SEGMENT_STRENGTH * whole;
  let [won, expected] = [alike, alike];
  for (const rep of reps) {
    const there = inSegment[rep.place] ?? NOTHING;
    won += there.won;
    expected += there.leads * inWhole(rep).rate;
  }
  return expected > 0 ? won / expected : 1;
};

/** The same figures for leads of which so many more are won. */
const timesFactor = (factor: number, { rate, usual, ...rest }: Estimate): Estimate => ({
  ...rest,
  rate: Math.min(1, rate * factor),
  usual: Math.min(1, usual * factor),
  factor,
});

/**
 * What is to be expected of each rep, by what was seen of all of them at their places: the rates of reps are drawn to
 * that of their team, and those of teams to that of all, the more the less there is to see and the less reps and teams
 * differ.
 *
 * Where there are outcomes of a segment, whoever had so many leads there is rated by those, drawn to its rate in the
 * whole times what the segment is to the whole, as far as reps keep to that; whoever had fewer by its whole, times the
 * same.
 */
export const estimatesFrom = (
  reps: readonly Candidate[],
  seen: readonly TrackRecord[],
  inSegment?: readonly TrackRecord[],
  leastLeadsInSegment = 0,
): Drawing => {
  const inWhole = byTeam(reps, seen);
  if (inSegment === undefined) return inWhole;
  const factor = segmentFactor(reps, rateOf(summed(seen)), inWhole, inSegment);
  const expected = reps.map((rep) => timesFactor(factor, inWhole(rep)));
  const usual = expected.map(({ rate }) => rate);
  const there = drawing(inSegment, strengthAbout(inSegment, usual), ({ place }) => usual[place] as number);
  return (rep) =>
    (inSegment[rep.place] ?? NOTHING).leads >= leastLeadsInSegment
      ? there(rep)
      : (expected[rep.place] as Estimate);
};

/**
 * The same by the evidence, asked about the whole roster, so that no filter changes it; for the lead's segment where
 * segments count.
 */
export const estimatesOf = (
  question: SeenQuestion,
  evidence: Evidence,
  leastLeadsInSegment: number = Number.POSITIVE_INFINITY,
): Drawing => {
  const { reps, lead } = question;
  const asked = { evidence, question };
  const isBySegment = lead.segment !== undefined && leastLeadsInSegment < Number.POSITIVE_INFINITY;
  const inSegment = isBySegment ? seenBy(asked, lead.segment) : undefined;
  return estimatesFrom(reps, seenBy(asked), inSegment, leastLeadsInSegment);
};
