import type { Box } from "./labels.js";
import { FAINT, line, text, upright } from "./svg.js";

const [WIDTH, HEIGHT] = [860, 560] as const;
const MARGIN = { top: 64, right: 24, bottom: 56, left: 76 } as const;

/** Where points and lines stand. */
export const PLOT: Box = {
  x: MARGIN.left,
  y: MARGIN.top,
  width: WIDTH - MARGIN.left - MARGIN.right,
  height: HEIGHT - MARGIN.top - MARGIN.bottom,
};

export const ACROSS: readonly [number, number] = [PLOT.x, PLOT.x + PLOT.width];
export const UP: readonly [number, number] = [PLOT.y + PLOT.height, PLOT.y];

/** Where a line of the grid lies, and what stands beside it. */
export interface Tick {
  readonly at: number;
  readonly says: string;
}

interface Frame {
  readonly title: string;
  readonly says: string;
  readonly across: { readonly says: string; readonly ticks: readonly Tick[] };
  readonly up: { readonly says: string; readonly ticks: readonly Tick[] };
}

const GRID = 'stroke="#e5e5e5"';
const BESIDE = { middle: `text-anchor="middle" ${FAINT}`, end: `text-anchor="end" ${FAINT}` };

/** A picture with title, axes and a light grid, round whatever is drawn into its plot. */
export const framed = ({ title, says, across, up }: Frame, inside: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="DejaVu Sans, system-ui, sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    text(PLOT.x, 26, title, 'font-size="16" font-weight="bold"'),
    text(PLOT.x, 46, says, FAINT),
    ...across.ticks.flatMap((tick) => [
      line(tick.at, UP[0], tick.at, UP[1], GRID),
      text(tick.at, UP[0] + 18, tick.says, BESIDE.middle),
    ]),
    ...up.ticks.flatMap((tick) => [
      line(ACROSS[0], tick.at, ACROSS[1], tick.at, GRID),
      text(ACROSS[0] - 8, tick.at + 4, tick.says, BESIDE.end),
    ]),
    text(PLOT.x + PLOT.width / 2, HEIGHT - 14, across.says, BESIDE.middle),
    upright(16, PLOT.y + PLOT.height / 2, up.says),
    ...inside,
    "</svg>",
    "",
  ].join("\n");
