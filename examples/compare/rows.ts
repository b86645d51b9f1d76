import { figure } from "../replay/table.js";
import type { LongFigures, SelectorFigures, WorldFigures } from "./figures.js";
import { type Estimate, isBeyond } from "./interval.js";
import { measureNames, measures } from "./measures.js";

const withDoubt = (text: string, { within }: Estimate, digits: number): string =>
  within === null ? text : `${text} ± ${figure(within, digits)}`;

const shown = (estimate: Estimate, digits: number): string =>
  withDoubt(figure(estimate.mean, digits), estimate, digits);

const GAIN_DIGITS = 2;

/** With its sign, and marked where it lies beyond its interval. */
export const gainShown = (gain: Estimate): string => {
  const text = `${gain.mean < 0 ? "" : "+"}${figure(gain.mean, GAIN_DIGITS)}`;
  return `${withDoubt(text, gain, GAIN_DIGITS)}${isBeyond(gain) ? " *" : ""}`;
};

const [FIRST, ...OTHERS] = measureNames;

const rowOf = (selector: SelectorFigures): readonly string[] => {
  const cells = measureNames.map((name) => shown(selector[name], measures[name].digits));
  return [selector.name, ...cells.slice(0, 1), gainShown(selector.gain), ...cells.slice(1)];
};

/** One world as a table, the head first. */
export const worldRows = ({ selectors }: WorldFigures): readonly (readonly string[])[] => [
  [
    "selector",
    FIRST === undefined ? "" : measures[FIRST].title,
    "more than rotation",
    ...OTHERS.map((name) => measures[name].title),
  ],
  ...selectors.map(rowOf),
];

/** The long run as a table, the head first. */
export const longRows = (selectors: readonly LongFigures[]): readonly (readonly string[])[] => [
  ["selector", ...(selectors[0]?.regrets ?? []).map(({ leads }) => `${figure(leads)} leads`)],
  ...selectors.map(({ name, regrets }) => [name, ...regrets.map(({ regret }) => shown(regret, 0))]),
];
