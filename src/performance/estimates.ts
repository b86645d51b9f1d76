import type { Evidence, Outcomes } from "../model/performance.js";
import type { Candidate, OrderQuestion } from "../model/selector.js";
import { strengthOf } from "./strength.js";

/** What is to be expected of a rep's next lead. */
export interface Estimate {
  /** How likely it is won: what was seen, drawn to what is usual. */
  readonly rate: number;
  /** How many leads the estimate rests on, those that what is usual counts for among them. */
  readonly weight: number;
  /** What was seen. */
  readonly seen: Outcomes;
  /** How likely is usual for reps like this one. */
  readonly usual: number;
}

/** Before anybody won or lost anything: as good as even, and the same for everybody. */
const UNKNOWN_RATE = 0.5;

const NOTHING: Outcomes = { leads: 0, won: 0 };

const summed = (all: readonly Outcomes[]): Outcomes =>
  all.reduce((sum, { leads, won }) => ({ leads: sum.leads + leads, won: sum.won + won }), NOTHING);

const drawnTo = (usual: number, strength: number, { leads, won }: Outcomes): number =>
  (strength * usual + won) / (strength + leads);

const rateOf = ({ leads, won }: Outcomes): number => (leads === 0 ? UNKNOWN_RATE : won / leads);

/** A rep's first team stands for all. */
const teamOf = ({ rep }: Candidate): string | undefined => rep.teams?.[0];

/** Draws what was seen of each rep to what is usual for its like. */
type Drawing = (rep: Candidate) => Estimate;

const drawing = (
  seen: readonly Outcomes[],
  strength: number,
  usualOf: (rep: Candidate) => number,
): Drawing => {
  return (rep) => {
    const own = seen[rep.place] ?? NOTHING;
    const usual = usualOf(rep);
    return { rate: drawnTo(usual, strength, own), weight: strength + own.leads, seen: own, usual };
  };
};

/** The rates of reps, drawn to that of their team, and those of teams to that of all. */
const byTeam = (reps: readonly Candidate[], seen: readonly Outcomes[]): Drawing => {
  const teams = new Map<string | undefined, Outcomes[]>();
  for (const rep of reps) {
    const team = teams.get(teamOf(rep)) ?? [];
    teams.set(teamOf(rep), team);
    team.push(seen[rep.place] ?? NOTHING);
  }
  const groups = [...teams.values()];
  const ofTeams = groups.map(summed);
  const strength = strengthOf([ofTeams]);
  const whole = rateOf(summed(seen));
  const usual = new Map(
    [...teams.keys()].map((team, i) => [team, drawnTo(whole, strength, ofTeams[i] ?? NOTHING)]),
  );
  return drawing(seen, strengthOf(groups), (rep) => usual.get(teamOf(rep)) ?? whole);
};

/**
 * What is to be expected of each rep, by what was seen of all of them: the rates of reps are drawn to that of their team, and those of teams to that of all, the more
 * the less there is to see and the less reps and teams differ. In a segment, a rep's rate there is drawn to its rate in the whole, times what the segment is to the whole.
 */
export const estimatesFrom = (
  reps: readonly Candidate[],
  seenOf: ReturnType<Evidence["of"]>,
  segment?: string,
): Drawing => {
  const seen = reps.map((rep) => seenOf(rep));
  const inWhole = byTeam(reps, seen);
  if (segment === undefined) return inWhole;
  const inSegment = reps.map((rep) => seenOf(rep, segment));
  const [whole, part] = [rateOf(summed(seen)), summed(inSegment)];
  const factor = part.leads === 0 || whole === 0 ? 1 : rateOf(part) / whole;
  return drawing(inSegment, strengthOf([inSegment]), (rep) => Math.min(1, inWhole(rep).rate * factor));
};

/** The same by the evidence, asked of the whole roster, so that no filter changes it. */
export const estimatesOf = (
  question: Pick<OrderQuestion, "lead" | "notes" | "nowMs" | "reps">,
  evidence: Evidence,
  segment?: string,
): Drawing => estimatesFrom(question.reps, evidence.of(question), segment);
