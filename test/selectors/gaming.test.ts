import { describe, expect, it } from "vitest";
import { CREDITS_PER_LEAD } from "../../src/index.js";
import { deskLedger } from "../support/desk.js";
import { gamed, type Run } from "../support/gaming.js";

const LEADS = 20_000;

const REPS = 5;

const shareOf = ({ goodToRefuser, good }: Run): number => goodToRefuser / good;

const worstCredit = ({ state }: Run): number =>
  Math.max(...deskLedger(state).credits.map(Math.abs)) / CREDITS_PER_LEAD;

/**
 * In percent: 20 and 20 of the good leads where a refused turn counts; 33 and 71 where it is ignored.
 *
 * The refuser's turns come without regard to what the lead is worth, so how many of them are good is binomial: five
 * standard deviations of its share of the good leads, `share` of all being its own.
 */
const chance = (goodPart: number, share: number): number =>
  5 * Math.sqrt(((1 - goodPart) * share * (1 - share)) / (goodPart * LEADS));

describe.each([
  ["half", 0.5],
  ["a tenth", 0.1],
])("one of five reps who refuses every poor lead, where %s of the leads are good,", (_, goodPart) => {
  it("gains nothing as long as a refused turn counts, which is the default", () => {
    const run = gamed({}, goodPart, LEADS);
    expect(Math.abs(run.turns - LEADS / REPS)).toBeLessThanOrEqual((REPS - 1) / 2);
    expect(Math.abs(shareOf(run) - 1 / REPS)).toBeLessThan(chance(goodPart, 1 / REPS));
    // Theorem T allows two leads; in practice it stays under one.
    expect(worstCredit(run)).toBeLessThan(1);
  });

  // On a good lead it gains a fifth; on a poor one only where it was not first, since else the lead is dealt among the
  // other four. Being first on a part f of the leads, which it takes when they are good: f p = (p + (1 - p)(1 - f)) / 5.
  it("gains a share of the good leads that others lose, where a refused turn is ignored", () => {
    const run = gamed({ policy: { refused: "ignored" } }, goodPart, LEADS);
    const expected = 1 / (1 + (REPS - 1) * goodPart);
    expect(Math.abs(shareOf(run) - expected)).toBeLessThan(chance(goodPart, expected));
    expect(shareOf(run)).toBeGreaterThan(1.5 / REPS);
    const entitled = (run.good + run.poorUnseen) / REPS;
    expect(Math.abs(run.goodToRefuser - entitled)).toBeLessThanOrEqual((REPS - 1) / 2);
    expect(worstCredit(run)).toBeLessThanOrEqual((REPS - 1) / 2);
  });
});
