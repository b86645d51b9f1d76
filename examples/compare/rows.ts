import { figure } from "../replay/table.js";
import { BASELINE } from "./contenders.js";
import type { LongFigures, SelectorFigures, WorldFigures } from "./figures.js";
import { type Estimate, isBeyond } from "./interval.js";

const withDoubt = (text: string, { within }: Estimate, digits: number): string =>
  within === null ? text : `${text} ± ${figure(within, digits)}`;

const shown = (estimate: Estimate, digits: number): string =>
  withDoubt(figure(estimate.mean, digits), estimate, digits);

/** With its sign where it has one. */
export const signed = (gain: Estimate): string => {
  const size = figure(Math.abs(gain.mean), 2);
  const sign = size === figure(0, 2) ? "" : gain.mean < 0 ? "-" : "+";
  return withDoubt(`${sign}${size}`, gain, 2);
};

/** The same, marked where it lies beyond its interval. */
const more = (gain: Estimate): string => `${signed(gain)}${isBeyond(gain) ? " *" : ""}`;

/** What stands under each head. */
const COLUMNS: readonly (readonly [head: string, cell: (selector: SelectorFigures) => string])[] = [
  ["selector", ({ name }) => name],
  ["won of 100", ({ won }) => shown(won, 2)],
  ["more than rotation", ({ name, gain }) => (name === BASELINE ? "" : more(gain))],
  ["luck aside", ({ name, expectedGain }) => (name === BASELINE ? "" : more(expectedGain))],
  ["regret", ({ regret }) => shown(regret, 2)],
  ["largest lag", ({ largestLag }) => shown(largestLag, 0)],
  ["Jain", ({ jain }) => shown(jain, 2)],
  ["least share", ({ leastShare }) => shown(leastShare, 2)],
  ["drought", ({ longestDrought }) => shown(longestDrought, 0)],
  ["nobody got", ({ nobody }) => shown(nobody, 1)],
];

/** One world as a table, the head first. */
export const worldRows = ({ selectors }: WorldFigures): readonly (readonly string[])[] => [
  COLUMNS.map(([head]) => head),
  ...selectors.map((selector) => COLUMNS.map(([, cell]) => cell(selector))),
];

/** What every selector won more than the baseline in each world, the head first. */
export const gainRows = (
  worlds: readonly WorldFigures[],
  gainIn: (selector: SelectorFigures) => Estimate,
): readonly (readonly string[])[] => {
  const names = (worlds[0]?.selectors ?? []).map(({ name }) => name).filter((name) => name !== BASELINE);
  const cell = ({ selectors }: WorldFigures, name: string): string => {
    const selector = selectors.find((each) => each.name === name);
    return selector === undefined ? "" : more(gainIn(selector));
  };
  return [
    ["selector", ...worlds.map(({ name }) => name)],
    ...names.map((name) => [name, ...worlds.map((world) => cell(world, name))]),
  ];
};

/** The long run as a table, the head first. */
export const longRows = (selectors: readonly LongFigures[]): readonly (readonly string[])[] => [
  ["selector", ...(selectors[0]?.regrets ?? []).map(({ leads }) => `${figure(leads)} leads`)],
  ...selectors.map(({ name, regrets }) => [name, ...regrets.map(({ regret }) => shown(regret, 0))]),
];
