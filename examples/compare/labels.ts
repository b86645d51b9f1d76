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

/** Beside the point first, then farther and farther above and below. */
const placesFor = ({ name, x, y }: Named): readonly Box[] => {
  const [width, height] = [name.length * LETTER_PX, FONT_PX + 2];
  return Array.from(
    { length: 17 },
    (_, i) => Math.ceil(i / 2) * (i % 2 === 0 ? 1 : -1) * (height / 2),
  ).flatMap((down) => {
    const top = y + down - height / 2;
    return [
      { x: x + GAP_PX, y: top, width, height },
      { x: x - GAP_PX - width, y: top, width, height },
    ];
  });
};

/** A place for each name: inside, and on top of neither another name nor anything that is taken. */
export const placeLabels = (points: readonly Named[], taken: readonly Box[], inside: Box): readonly Box[] => {
  const placed: Box[] = [];
  for (const point of points) {
    const places = placesFor(point);
    const isFree = (place: Box): boolean =>
      isWithin(place, inside) && ![...taken, ...placed].some((other) => overlap(place, other));
    const free = places.find(isFree);
    if (free === undefined) throw new Error(`no room for the label "${point.name}"`);
    placed.push(free);
  }
  return placed;
};
