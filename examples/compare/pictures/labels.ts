import { greatest, sum } from "d3-array";
import { line, text } from "./svg.js";

/** A rectangle on the picture, in pixels, from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Something to be called by its name. */
export interface Named {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const FONT_PX = 12;
const LETTER_PX = 7.3;
const GAP_PX = 7;

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** How far up and down, and how far aside, a name may lie: steps of half a line, and of a few letters. */
const [STEPS_DOWN, STEPS_ASIDE] = [28, 12] as const;

/** The nearest first. */
const placesFor = ({ name, x, y }: Named): readonly Box[] => {
  const [width, height] = [name.length * LETTER_PX, FONT_PX + 2];
  const places = Array.from(
    { length: 2 * STEPS_DOWN + 1 },
    (_, i) => ((i - STEPS_DOWN) * height) / 2,
  ).flatMap((down) =>
    Array.from({ length: STEPS_ASIDE }, (_, i) => GAP_PX + i * 3 * LETTER_PX).flatMap((aside) =>
      [x + aside, x - aside - width].map((left, side) => ({
        box: { x: left, y: y + down - height / 2, width, height },
        // A place below costs a little more than one above, and one on the left than one on the right.
        cost: aside + 1.5 * Math.abs(down) + (down > 0 ? 1 : 0) + side,
      })),
    ),
  );
  return places.sort((a, b) => a.cost - b.cost).map(({ box }) => box);
};

/** The end of a label that is nearer to its point. */
const edgeOf = ({ x }: Named, box: Box): number => (box.x > x ? box.x - 1 : box.x + box.width + 1);

const STITCHES = 12;

const around = ({ x, y }: Named): Box => ({
  x: x - GAP_PX,
  y: y - GAP_PX,
  width: 2 * GAP_PX,
  height: 2 * GAP_PX,
});

/** The way from a point to its label, as dots that lie on nothing else. */
const wayTo = (point: Named, box: Box): readonly Box[] => {
  const [right, down] = [edgeOf(point, box) - point.x, box.y + box.height / 2 - point.y];
  return Array.from({ length: STITCHES }, (_, i) => {
    const part = (i + 1) / (STITCHES + 1);
    return { x: point.x + part * right, y: point.y + part * down, width: 1, height: 1 };
  });
};

/** One name after the other takes the best place that is left. */
const placedInTurn = (
  points: readonly Named[],
  taken: readonly Box[],
  inside: Box,
): ReadonlyMap<Named, Box> => {
  const placed = new Map<Named, Box>();
  const ways: Box[] = [];
  const liesOn = (box: Box, others: readonly Box[]): boolean => others.some((other) => overlap(box, other));
  for (const point of points) {
    const names = [...placed.values()];
    const passes = (place: Box, others: readonly Box[]): boolean =>
      wayTo(point, place).some((stitch) => liesOn(stitch, others));
    const apart = placesFor(point).filter((place) => isWithin(place, inside) && !liesOn(place, names));
    const free = apart.filter((place) => !liesOn(place, [...taken, ...ways]) && !passes(place, names));
    // Past no other point, where that can be.
    const others = points.filter((other) => other !== point).map(around);
    const best = free.find((place) => !passes(place, others)) ?? free[0] ?? apart[0];
    if (best === undefined) throw new Error(`no room for the label "${point.name}"`);
    placed.set(point, best);
    ways.push(...wayTo(point, best));
  }
  return placed;
};

/** How far a name lies from its point. */
const distance = (point: Named, box: Box): number =>
  Math.hypot(edgeOf(point, box) - point.x, box.y + box.height / 2 - point.y);

const ROUNDS = 12;

/**
 * A place for each name: inside, and neither the name nor the way to it lies on another name or what is taken. Where there is no such
 * place the nearest that lies on no other name, since a picture that could be better is better than none.
 *
 * Long names choose first. In each round after that whoever lay furthest off chooses before all others; the round in which names
 * lie nearest counts.
 */
export const placeLabels = (points: readonly Named[], taken: readonly Box[], inside: Box): readonly Box[] => {
  let order = [...points].sort((a, b) => b.name.length - a.name.length);
  let best: { readonly far: number; readonly placed: ReadonlyMap<Named, Box> } | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const placed = placedInTurn(order, taken, inside);
    const farOf = (point: Named): number => distance(point, placed.get(point) as Box);
    const far = sum(order, farOf);
    if (best === undefined || far < best.far) best = { far, placed };
    const furthest = greatest(order, farOf);
    order = [...order].sort((a, b) => Number(b === furthest) - Number(a === furthest));
  }
  return points.map((point) => best?.placed.get(point) as Box);
};

/** How far a name may lie from its point without a line between them. */
const NEAR_PX = 10;

const HALO = 'stroke="white" stroke-width="3" stroke-linejoin="round" paint-order="stroke"';

/** The name at its place, with a line to its point where that is not near. */
export const labelled = (point: Named, box: Box): string => {
  const { name, x, y } = point;
  const middle = box.y + box.height / 2;
  const isRight = box.x > x;
  const isNear = Math.abs(middle - y) <= NEAR_PX && Math.abs(edgeOf(point, box) - x) <= NEAR_PX;
  const lead = isNear ? "" : line(x, y, edgeOf(point, box), middle, 'stroke="#bbb"');
  const at = isRight ? box.x : box.x + box.width;
  return `${lead}${text(at, middle + 4, name, `text-anchor="${isRight ? "start" : "end"}" ${HALO}`)}`;
};
