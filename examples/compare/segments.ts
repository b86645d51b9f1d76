import type { Part } from "../sample/chance.js";

/** One kind of lead. */
export interface Segment {
  readonly name: string;
  /** How many of a hundred leads are of this kind. */
  readonly ofHundred: number;
  /** How likely a lead of this kind is won by an average rep. */
  readonly rate: number;
  /** What a won lead brings, at least and at most. */
  readonly value: readonly [least: number, most: number];
}

export const segments: readonly [Segment, ...Segment[]] = [
  { name: "small", ofHundred: 60, rate: 0.3, value: [500, 2_000] },
  { name: "middle", ofHundred: 30, rate: 0.2, value: [2_000, 8_000] },
  { name: "large", ofHundred: 10, rate: 0.12, value: [10_000, 40_000] },
];

const [small, ...others] = segments;

/** The kinds with how often they come up. */
export const asParts: readonly [Part<Segment>, ...Part<Segment>[]] = [
  [small, small.ofHundred],
  ...others.map((segment) => [segment, segment.ofHundred] as const),
];
