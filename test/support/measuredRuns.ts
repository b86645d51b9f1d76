import fc from "fast-check";
import type { MeasuredLead } from "../../src/measure/measuredLead.js";

/** A lead among reps of equal weight, named by one letter each. */
export const among = (
  ids: string,
  repId: string | undefined,
  more: Pick<MeasuredLead, "atMs" | "value"> = {},
): MeasuredLead => ({ candidates: [...ids].map((id) => ({ id, weight: 1 })), repId, ...more });

const anId = fc.constantFrom("a", "b", "c", "B", "é", "__proto__", "");

const candidatesWith = (aWeight: fc.Arbitrary<number>) =>
  fc.uniqueArray(fc.record({ id: anId, weight: aWeight }), { selector: ({ id }) => id, maxLength: 7 });

const runOf = (
  aWeight: fc.Arbitrary<number>,
  aValue: fc.Arbitrary<number>,
  atMs: fc.Arbitrary<number>,
): fc.Arbitrary<readonly MeasuredLead[]> =>
  fc.array(
    fc.record(
      {
        candidates: candidatesWith(aWeight),
        repId: fc.option(anId, { nil: undefined, freq: 8 }),
        value: aValue,
        atMs,
      },
      { requiredKeys: ["candidates", "repId"] },
    ),
    { maxLength: 40 },
  );

/** Runs of whole weights and values, which can be checked without rounding. Times may go back. */
export const aWholeRun = runOf(fc.nat(4), fc.nat(1000), fc.nat(100_000));

/** Numbers that no caller should send. */
const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_VALUE, Number.MIN_VALUE, -0, -1, 2 ** 53),
);

/** Runs with any number where a number stands. */
export const anOddRun = runOf(anyNumber, anyNumber, anyNumber);

/** Runs in which every lead goes to one of its candidates, all of the same weight. */
export const anEligibleRun: fc.Arbitrary<readonly MeasuredLead[]> = fc.array(
  fc
    .tuple(fc.uniqueArray(anId, { minLength: 1, maxLength: 5 }), fc.nat(4), fc.nat(1000))
    .map(([ids, place, value]) => ({
      candidates: ids.map((id) => ({ id, weight: 1 })),
      repId: ids[place % ids.length],
      value,
    })),
  { maxLength: 30 },
);
