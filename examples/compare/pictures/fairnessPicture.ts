import { extent } from "d3-array";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { SelectorFigures, WorldFigures } from "../figures.js";
import { ACROSS, framed, PLOT, type Tick, UP } from "./frame.js";
import { type Box, labelled, placeLabels } from "./labels.js";
import { dot, line } from "./svg.js";

const DOT_PX = 4.5;

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

const ticksOf = (scale: Scale): readonly Tick[] =>
  scale.ticks(6).map((tick) => ({ at: scale(tick), says: scale.tickFormat(6)(tick) }));

interface Point {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly across: readonly [number, number];
  readonly up: readonly [number, number];
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
    up: [bottom, top],
  };
};

const INK = 'stroke="#1f5fa8" stroke-opacity="0.6"';

const markOf = ({ x, y, across, up }: Point): string =>
  [
    line(across[0], y, across[1], y, INK),
    line(x, up[0], x, up[1], INK),
    dot(x, y, DOT_PX, 'fill="#1f5fa8"'),
  ].join("");

const boxFrom = (left: number, top: number, right: number, bottom: number): Box => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
});

/** The dot and its two intervals. */
const boxesOf = ({ x, y, across, up }: Point): readonly Box[] => [
  boxFrom(x - DOT_PX, y - DOT_PX, x + DOT_PX, y + DOT_PX),
  boxFrom(across[0], y - 1, across[1], y + 1),
  boxFrom(x - 1, up[1], x + 1, up[0]),
];

/** Won deals against fairness in one world, as an SVG. */
export const fairnessPicture = ({ selectors, says }: WorldFigures): string => {
  const spans = selectors.map(spansOf);
  const x = scaleFor(
    spans.flatMap((span) => span.x),
    ACROSS,
  );
  const y = scaleFor(
    spans.flatMap((span) => span.y),
    UP,
  );
  const points = selectors.map((selector) => pointOf(selector, x, y));
  const labels = placeLabels(points, points.flatMap(boxesOf), PLOT);
  return framed(
    {
      title: "Won deals against fairness",
      says,
      across: { says: "Jain's index of leads over fair share: 1 is even", ticks: ticksOf(x) },
      up: { says: "to be won of 100 leads, luck left aside", ticks: ticksOf(y) },
    },
    [...points.map(markOf), ...points.map((point, i) => labelled(point, labels[i] as Box))],
  );
};
