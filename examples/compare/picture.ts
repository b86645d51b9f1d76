import { extent } from "d3-array";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { SelectorFigures, WorldFigures } from "./figures.js";
import { type Box, placeLabels } from "./labels.js";

const [WIDTH, HEIGHT] = [860, 560] as const;
const MARGIN = { top: 64, right: 24, bottom: 56, left: 64 } as const;
const DOT_PX = 4.5;

const PLOT: Box = {
  x: MARGIN.left,
  y: MARGIN.top,
  width: WIDTH - MARGIN.left - MARGIN.right,
  height: HEIGHT - MARGIN.top - MARGIN.bottom,
};

const px = (value: number): string => value.toFixed(1);

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

type Scale = ScaleLinear<number, number>;

/** Room for all values and their intervals, to the next round number. */
const scaleFor = (ends: readonly number[], range: readonly [number, number]): Scale => {
  const [least = 0, most = 1] = extent(ends) as [number, number];
  const room = (most - least) * 0.04;
  return scaleLinear()
    .domain([least - room, most + room])
    .range(range)
    .nice();
};

interface Point {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly across: readonly [number, number];
  readonly down: readonly [number, number];
}

/** Up: what was to be won, with the interval of what that is more than the baseline's; across: how evenly it gave. */
const spansOf = ({ expected, expectedGain, jain }: SelectorFigures) => ({
  x: [jain.mean - (jain.within ?? 0), jain.mean + (jain.within ?? 0)],
  y: [expected.mean - (expectedGain.within ?? 0), expected.mean + (expectedGain.within ?? 0)],
});

const pointOf = (selector: SelectorFigures, x: Scale, y: Scale): Point => {
  const spans = spansOf(selector);
  const [left = 0, right = 0] = spans.x.map(x);
  const [bottom = 0, top = 0] = spans.y.map(y);
  return {
    name: selector.name,
    x: x(selector.jain.mean),
    y: y(selector.expected.mean),
    across: [left, right],
    down: [top, bottom],
  };
};

const line = (x1: number, y1: number, x2: number, y2: number, style: string): string =>
  `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" ${style}/>`;

const text = (x: number, y: number, words: string, style = ""): string =>
  `<text x="${px(x)}" y="${px(y)}"${style === "" ? "" : ` ${style}`}>${escaped(words)}</text>`;

const GRID = 'stroke="#e5e5e5"';
const INK = 'stroke="#1f5fa8" stroke-opacity="0.6"';
const FAINT = 'fill="#555"';

const gridOf = (x: Scale, y: Scale): readonly string[] => [
  ...x
    .ticks(6)
    .flatMap((tick) => [
      line(x(tick), PLOT.y, x(tick), PLOT.y + PLOT.height, GRID),
      text(x(tick), PLOT.y + PLOT.height + 18, x.tickFormat(6)(tick), `text-anchor="middle" ${FAINT}`),
    ]),
  ...y
    .ticks(6)
    .flatMap((tick) => [
      line(PLOT.x, y(tick), PLOT.x + PLOT.width, y(tick), GRID),
      text(PLOT.x - 8, y(tick) + 4, y.tickFormat(6)(tick), `text-anchor="end" ${FAINT}`),
    ]),
];

const markOf = ({ x, y, across, down }: Point): string =>
  [
    line(across[0], y, across[1], y, INK),
    line(x, down[0], x, down[1], INK),
    `<circle cx="${px(x)}" cy="${px(y)}" r="${DOT_PX}" fill="#1f5fa8"/>`,
  ].join("");

const boxFrom = (left: number, top: number, right: number, bottom: number): Box => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
});

/** The dot and its two intervals. */
const boxesOf = ({ x, y, across, down }: Point): readonly Box[] => [
  boxFrom(x - DOT_PX, y - DOT_PX, x + DOT_PX, y + DOT_PX),
  boxFrom(across[0], y - 1, across[1], y + 1),
  boxFrom(x - 1, down[0], x + 1, down[1]),
];

/** How far a name may lie from its point without a line between them. */
const NEAR_PX = 10;

const labelOf = ({ name, x, y }: Point, box: Box): string => {
  const middle = box.y + box.height / 2;
  const isRight = box.x > x;
  const edge = isRight ? box.x - 1 : box.x + box.width + 1;
  const lead = Math.abs(middle - y) > NEAR_PX ? line(x, y, edge, middle, 'stroke="#bbb"') : "";
  const at = isRight ? box.x : box.x + box.width;
  const halo = 'stroke="white" stroke-width="3" stroke-linejoin="round" paint-order="stroke"';
  return `${lead}${text(at, middle + 4, name, `text-anchor="${isRight ? "start" : "end"}" ${halo}`)}`;
};

/** Won deals against fairness in one world, as an SVG. */
export const picture = ({ selectors, says }: WorldFigures): string => {
  const spans = selectors.map(spansOf);
  const x = scaleFor(
    spans.flatMap((span) => span.x),
    [PLOT.x, PLOT.x + PLOT.width],
  );
  const y = scaleFor(
    spans.flatMap((span) => span.y),
    [PLOT.y + PLOT.height, PLOT.y],
  );
  const points = selectors.map((selector) => pointOf(selector, x, y));
  const labels = placeLabels(points, points.flatMap(boxesOf), PLOT);
  const middle = PLOT.x + PLOT.width / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="DejaVu Sans, system-ui, sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    text(MARGIN.left, 26, "Won deals against fairness", 'font-size="16" font-weight="bold"'),
    text(MARGIN.left, 46, says, FAINT),
    ...gridOf(x, y),
    text(
      middle,
      HEIGHT - 14,
      "Jain's index of leads over fair share: 1 is even",
      `text-anchor="middle" ${FAINT}`,
    ),
    `<g transform="translate(18 ${px(PLOT.y + PLOT.height / 2)}) rotate(-90)">${text(0, 0, "to be won of 100 leads, luck left aside", `text-anchor="middle" ${FAINT}`)}</g>`,
    ...points.map(markOf),
    ...points.map((point, i) => labelOf(point, labels[i] as Box)),
    "</svg>",
    "",
  ].join("\n");
};
