import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type StreamState, streamAt, streamFrom } from "../../src/random/stream.js";
import { isShared, needing, readShared } from "../support/shared.js";

const GENERATORS = "vectors/prng.json";

interface State {
  readonly c: number;
  readonly s0: number;
  readonly s1: number;
  readonly s2: number;
}

interface Vectors {
  readonly cases: readonly {
    readonly generator: string;
    readonly seed: string;
    readonly firstFive: readonly number[];
    readonly stateAtStart: State;
    readonly stateAfterFive: State;
    readonly sixth: number;
    readonly doubleEighth: number;
  }[];
}

const listed = ({ c, s0, s1, s2 }: State): StreamState => [c, s0, s1, s2];

/** The generator moves on by 32 bits, and a draw takes two of these: the second may give nothing but its upper 21 bits. */
const joined = (upper: number, lower: number): number =>
  upper + Math.floor(lower * 0x200000) * 1.1102230246251565e-16;

describe("a stream", () => {
  it.skipIf(!isShared(GENERATORS))(needing(GENERATORS, "draws and stands as the checked numbers say"), () => {
    const cases = readShared<Vectors>(GENERATORS).cases.filter(({ generator }) => generator === "alea");
    expect(cases).toHaveLength(3);
    for (const { seed, firstFive, stateAtStart, stateAfterFive, sixth, doubleEighth } of cases) {
      const stream = streamFrom(seed);
      expect(stream.state()).toStrictEqual(listed(stateAtStart));
      const [one = 0, two = 0, three = 0, four = 0] = firstFive;
      expect([stream.next(), stream.next()]).toStrictEqual([joined(one, two), joined(three, four)]);
      const later = streamAt(listed(stateAfterFive));
      expect(later.next()).toBeCloseTo(sixth, 9);
      expect(later.next()).toBe(doubleEighth);
    }
  });

  it("goes on from where it stood, through JSON, as if nothing had been", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: 40 }), (seed, draws) => {
        const stream = streamFrom(seed);
        for (let i = 0; i < draws; i += 1) stream.next();
        const stored = JSON.parse(JSON.stringify(stream.state()));
        const again = streamAt(stored);
        expect(again.state()).toStrictEqual(stream.state());
        for (let i = 0; i < 5; i += 1) {
          const draw = again.next();
          expect(draw).toBe(stream.next());
          expect(draw >= 0 && draw < 1).toBe(true);
        }
      }),
    );
  });

  it("uses 53 bits, so that more draws differ than 32 bits could tell apart", () => {
    const stream = streamFrom("bits");
    const lowest = Array.from({ length: 64 }, () => (stream.next() * 2 ** 53) % 2);
    expect(new Set(lowest)).toStrictEqual(new Set([0, 1]));
  });

  it.each([
    ["nothing", [0, 0, 0, 0]],
    ["a carry that is no whole number", [1.5, 0.5, 0.5, 0.5]],
    ["a carry below 0", [-1, 0.5, 0.5, 0.5]],
    ["a carry beyond the multiplier", [2_091_639, 0.5, 0.5, 0.5]],
    ["a part of more than 32 bits", [1, 2 ** -33, 0.5, 0.5]],
    ["a part of 1", [1, 0.5, 1, 0.5]],
    ["a part below 0", [1, 0.5, 0.5, -0.5]],
    ["no number", [1, 0.5, 0.5, Number.NaN]],
  ] as const)("does not go on from %s", (_, state) => {
    expect(() => streamAt(state)).toThrow(
      new TypeError("no stream of draws ever stood where the state says"),
    );
  });

  it("goes on from a carry alone, which is not nothing", () => {
    expect(streamAt([1, 0, 0, 0]).next()).toBeGreaterThan(0);
  });
});
