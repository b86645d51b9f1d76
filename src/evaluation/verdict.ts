import type { Balance } from "./balance.js";
import type { Estimated } from "./interval.js";
import type { Overlap } from "./overlap.js";
import type { Placebo } from "./placebo.js";

/**
 * What may be said of a target: it would have had more than was had, or less, or nothing shows, or this log cannot
 * tell.
 *
 * @since 0.1.0
 */
export type Verdict = "better" | "worse" | "no difference seen" | "can't tell";

/** All that a verdict looks at. */
export interface Findings extends Balance {
  readonly choices: number;
  readonly matured: number;
  readonly isAllTheSame: boolean;
  readonly leastEffectiveLeads: number;
  readonly overlap: Overlap;
  readonly pattern: number | null;
  readonly gain: Estimated["gain"];
  readonly placebo: Placebo;
}

/** Chance alone exceeds so many standard errors once in 15,000 logs. */
const FAR = 4;

/** Beyond this, what was never tried would weigh as much as what a good strategy gains. */
const MOST_UNCOVERED = 0.01;

/** As many sides of a coin. */
const MOST_BY_CHANCE = 0.05;

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

/** Why the log cannot tell; empty where it can. */
const obstacles = (f: Findings): readonly string[] => {
  const { overlap, placebo } = f;
  const mostFound = MOST_BY_CHANCE + FAR * Math.sqrt((MOST_BY_CHANCE * (1 - MOST_BY_CHANCE)) / placebo.logs);
  const all: readonly (readonly [boolean, string])[] = [
    [overlap.leftToChance === 0, "nothing in the log was left to chance"],
    [
      overlap.uncovered > MOST_UNCOVERED,
      `it would give ${percent(overlap.uncovered)} of the leads to somebody to whom the log could not have given them`,
    ],
    [
      overlap.effectiveLeads < f.leastEffectiveLeads,
      `the log says as much of it as ${Math.floor(overlap.effectiveLeads)} leads would, and ${f.leastEffectiveLeads} are the least`,
    ],
    [
      f.pattern !== null && f.pattern < -FAR,
      "the leads went round more evenly than by chance: the propensities are no chances",
    ],
    [
      f.pattern !== null && f.pattern > FAR,
      "reps had leads in longer runs than by chance: the propensities are not what they were chosen by",
    ],
    [
      Math.abs(f.offWeight) > FAR,
      "the weights are not on average what they must be: the propensities are not what reps were chosen by",
    ],
    [f.matured * 2 < f.choices, `of ${f.choices} leads only ${f.matured} have an outcome`],
    [Math.abs(f.missing) > FAR, "whether an outcome is there depends on who had the lead"],
    [f.isAllTheSame, "every outcome is the same"],
    [
      placebo.found > mostFound,
      `where nothing can be found, it finds something in ${percent(placebo.found)} of the logs`,
    ],
  ];
  return all.flatMap(([is, why]) => (is ? [why] : []));
};

const signed = (figure: number): string => `${figure < 0 ? "-" : "+"}${Math.abs(figure).toFixed(4)}`;

/** The verdict, and why. */
export const verdictOf = (
  findings: Findings,
): { readonly verdict: Verdict; readonly reasons: readonly string[] } => {
  const why = obstacles(findings);
  if (why.length > 0) return { verdict: "can't tell", reasons: why };
  const { gain, placebo } = findings;
  const between = `the gain lies between ${signed(gain.low)} and ${signed(gain.high)} a lead`;
  const byChance = `where it makes no difference who has which lead, one as large comes up in ${percent(placebo.asLarge)} of the logs`;
  const isSeen = (gain.low > 0 || gain.high < 0) && placebo.asLarge <= MOST_BY_CHANCE;
  if (!isSeen) return { verdict: "no difference seen", reasons: [between, byChance] };
  return { verdict: gain.low > 0 ? "better" : "worse", reasons: [between, byChance] };
};
