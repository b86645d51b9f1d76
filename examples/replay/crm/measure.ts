import { type Fairness, fairnessOf, jain, type Roster } from "../../../src/index.js";
import { countsOf, jainByChance, median } from "../spread.js";
import { isIn, type Span, STEADY, weekOf } from "./calendar.js";
import { isSkilled } from "./leads.js";
import type { Dealt, Run } from "./replay.js";

/** Jain's index of a week: leads over share, bare counts among those who got any, and what chance would give. */
export interface Week {
  readonly overShare: number;
  readonly counts: number;
  readonly byChance: number;
}

/** One run in figures. */
export interface Measured {
  readonly name: string;
  readonly fairness: Fairness;
  /** Jain's index of the bare counts. */
  readonly counts: number;
  /** The medians over the whole weeks in which leads come in steadily, and how many these are. */
  readonly week: Week;
  readonly weeks: number;
  readonly openMedian: number;
  readonly openMost: number;
  /** What the deals that each rep got had brought in history, in USD. */
  readonly values: readonly number[];
  /** Leads that went to somebody with the skill. */
  readonly skilled: number;
}

/** How many leads went to somebody with the skill. */
export const toSkilled = ({ reps }: Roster, dealt: readonly Dealt[]): number => {
  const byId = new Map(reps.map((rep) => [rep.id, rep]));
  return dealt.filter(({ deal, repId }) => {
    const rep = repId === undefined ? undefined : byId.get(repId);
    return rep !== undefined && isSkilled(rep, deal);
  }).length;
};

const takersOf = (dealt: readonly Dealt[]) => dealt.map(({ repId }) => repId);

/** A run that is empty has no index. */
const orNone = (index: number | null): number => index ?? Number.NaN;

const measureWeek = (dealt: readonly Dealt[]): Week => {
  const fairness = fairnessOf(dealt);
  return {
    overShare: orNone(fairness.jain),
    counts: orNone(jain(countsOf(takersOf(dealt)))),
    byChance: jainByChance(fairness.leads - fairness.unassigned, fairness.reps.length),
  };
};

/** The weeks that lie in the steady time from Monday to Sunday, and in the span. */
export const weeksOf = (span: Span, dealt: readonly Dealt[]): readonly Week[] => {
  const mondays = new Set(dealt.map(({ deal }) => weekOf(deal.engagedAtMs).fromMs));
  const isWhole = ({ fromMs, toMs }: Span): boolean =>
    [span, STEADY].every((within) => within.fromMs <= fromMs && toMs <= within.toMs);
  return [...mondays]
    .map(weekOf)
    .filter(isWhole)
    .map((week) => measureWeek(dealt.filter(({ deal }) => isIn(week, deal.engagedAtMs))));
};

const medianWeek = (weeks: readonly Week[]): Week => ({
  overShare: median(weeks.map(({ overShare }) => overShare)),
  counts: median(weeks.map(({ counts }) => counts)),
  byChance: median(weeks.map(({ byChance }) => byChance)),
});

export const measure = (name: string, span: Span, roster: Roster, { dealt, evenings }: Run): Measured => {
  const open = evenings.flat();
  const valueFor = (id: string): number =>
    dealt.reduce((sum, { deal, repId }) => sum + (repId === id ? deal.wonValue : 0), 0);
  const weeks = weeksOf(span, dealt);
  return {
    name,
    fairness: fairnessOf(dealt),
    counts: orNone(jain(countsOf(takersOf(dealt)))),
    week: medianWeek(weeks),
    weeks: weeks.length,
    openMedian: median(open),
    openMost: open.reduce((most, one) => Math.max(most, one), 0),
    values: roster.reps.map(({ id }) => valueFor(id)),
    skilled: toSkilled(roster, dealt),
  };
};
