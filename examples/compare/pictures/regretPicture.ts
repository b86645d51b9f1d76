import { scaleLog } from "d3-scale";
import { line as lineThrough } from "d3-shape";
import { figure } from "../../replay/table.js";
import type { LongFigures } from "../figures.js";
import { ACROSS, framed, PLOT, UP } from "./frame.js";
import { type Box, labelled, placeLabels } from "./labels.js";
import { dot } from "./svg.js";

/** For the names at the ends of the lines. */
const NAMES_PX = 220;

const LEADS = [1_000, 10_000, 100_000] as const;
const REGRETS = [1, 10, 100, 1_000, 10_000, 100_000] as const;

/** The regret of the long run, as an SVG: by powers of ten, so whatever grows in step with the leads is a straight line. */
export const regretPicture = (selectors: readonly LongFigures[]): string => {
  const x = scaleLog()
    .domain([LEADS[0], LEADS[2]])
    .range([ACROSS[0] + 10, ACROSS[1] - NAMES_PX]);
  const all = selectors.flatMap(({ regrets }) => regrets.map(({ regret }) => regret.mean));
  const least = REGRETS.filter((one) => one <= Math.min(...all)).at(-1) ?? 1;
  const y = scaleLog()
    .domain([least, Math.max(...all) * 1.5])
    .range(UP);
  const runs = selectors.map(({ name, regrets }) => ({
    name,
    points: regrets.map(({ leads, regret }): [number, number] => [x(leads), y(regret.mean)]),
  }));
  const ends = runs.map(({ name, points }) => ({
    name,
    x: points.at(-1)?.[0] ?? 0,
    y: points.at(-1)?.[1] ?? 0,
  }));
  const labels = placeLabels(
    ends,
    runs.flatMap(({ points }) => points.map(([px, py]) => ({ x: px - 4, y: py - 4, width: 8, height: 8 }))),
    { ...PLOT, x: ACROSS[1] - NAMES_PX },
  );
  return framed(
    {
      title: "Regret in the long run",
      says: "Ten reps who win 16 to 34 of 100 leads; what came of each is known at once.",
      across: { says: "leads", ticks: LEADS.map((tick) => ({ at: x(tick), says: figure(tick) })) },
      up: {
        says: "won deals missed",
        ticks: REGRETS.filter((tick) => y(tick) <= UP[0] && y(tick) >= UP[1]).map((tick) => ({
          at: y(tick),
          says: figure(tick),
        })),
      },
    },
    [
      ...runs.map(
        ({ points }) => `<path d="${lineThrough().digits(1)(points) ?? ""}" fill="none" stroke="#1f5fa8"/>`,
      ),
      ...runs.flatMap(({ points }) => points.map(([px, py]) => dot(px, py, 3, 'fill="#1f5fa8"'))),
      ...ends.map((end, i) => labelled(end, labels[i] as Box)),
    ],
  );
};
