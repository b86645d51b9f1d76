import { readFileSync } from "node:fs";
import * as E from "fp-ts/lib/Either.js";
import { beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_SEED, sample } from "../../examples/sample/sample.js";
import { readLeads } from "../../src/cli/input/readLeads.js";
import { readReps } from "../../src/cli/input/readReps.js";
import { type Run, route } from "../../src/cli/routing/route.js";
import { unwrap } from "../../src/model/unwrap.js";
import { emptyState } from "../../src/state/emptyState.js";

const shipped = (name: string): string =>
  readFileSync(new URL(`../../examples/sample/${name}`, import.meta.url), "utf8");

const rows = (text: string): readonly string[] => text.trimEnd().split("\n").slice(1);

describe("sample", () => {
  const { leads, reps } = sample(SAMPLE_SEED);

  it("is what ships", () => {
    expect(shipped("leads.csv")).toBe(leads);
    expect(shipped("reps.csv")).toBe(reps);
  });

  it("gives other leads for another seed", () => {
    expect(sample("another").leads).not.toBe(leads);
    expect(sample("another").reps).toBe(reps);
  });

  it("has 400 to 600 leads in four weeks, rising, and twelve reps", () => {
    const moments = rows(leads).map((row) => Date.parse(row.split(",")[1] ?? ""));
    expect(moments.length).toBeGreaterThan(400);
    expect(moments.length).toBeLessThan(600);
    expect(moments).toStrictEqual([...moments].sort((a, b) => a - b));
    expect(moments[0]).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 5));
    expect(moments.at(-1)).toBeLessThan(Date.UTC(2026, 1, 2));
    expect(rows(reps).length).toBe(12);
  });

  it("follows the profile: over many seeds Mondays bring more than Fridays, and weekends hardly any", () => {
    const perWeekday = [0, 0, 0, 0, 0, 0, 0];
    for (let seed = 0; seed < 40; seed += 1) {
      for (const row of rows(sample(`seed ${seed}`).leads)) {
        const day = (new Date(row.split(",")[1] ?? "").getUTCDay() + 6) % 7;
        perWeekday[day] = (perWeekday[day] ?? 0) + 1;
      }
    }
    const [monday = 0, , , , friday = 0, saturday = 0, sunday = 0] = perWeekday;
    // The profile says 1.25 to 0.75. 160 noisy days each, with a deviation of 0.2, keep the ratio within 10 %.
    expect(monday / friday).toBeGreaterThan(1.5);
    expect(monday / friday).toBeLessThan(1.83);
    expect(saturday + sunday).toBeLessThan(friday);
  });

  it("differs between days by more than Poisson counts alone would", () => {
    const days = new Map<string, number>();
    for (let seed = 0; seed < 40; seed += 1) {
      for (const row of rows(sample(`seed ${seed}`).leads)) {
        const at = new Date(row.split(",")[1] ?? "");
        const day = `${seed} ${at.toISOString().slice(0, 10)}`;
        if (at.getUTCDay() === 3) days.set(day, (days.get(day) ?? 0) + 1);
      }
    }
    const counts = [...days.values()];
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
    // Poisson: variance = mean. The noise adds mean^2 / 24, which more than doubles it at 26 leads a day.
    expect(variance / mean).toBeGreaterThan(1.5);
    expect(variance / mean).toBeLessThan(3);
  });

  describe("dealt", () => {
    let run: Run;

    beforeAll(() => {
      const read = {
        leads: readLeads({ name: "l", text: leads }),
        reps: readReps({ name: "r", text: reps }),
      };
      if (E.isLeft(read.leads) || E.isLeft(read.reps)) throw new Error("the sample cannot be read");
      expect([read.leads.right.faults, read.reps.right.faults]).toStrictEqual([[], []]);
      run = unwrap(route(read.leads.right.good, { reps: read.reps.right.good }, emptyState({ seed: "s" })));
    });

    it("has some leads that nobody can take, each of them for a reason that the report explains", () => {
      const reasons = new Set(
        run.routed.flatMap(({ decision }) =>
          decision.status === "unassigned"
            ? [decision.leftOut.filter(({ reps }) => reps > 0).at(-1)?.by]
            : [],
        ),
      );
      expect([...reasons].sort()).toStrictEqual(["available", "expertise", "language", "region"]);
      expect(run.fairness.unassigned).toBeGreaterThan(10);
      expect(run.fairness.unassigned).toBeLessThan(run.fairness.leads / 10);
    });

    it("gives something to every active rep and fills the one with a capacity", () => {
      const leadsOf = new Map(run.fairness.reps.map(({ repId, leads }) => [repId, leads]));
      expect(run.reps.filter(({ id, active }) => active && (leadsOf.get(id) ?? 0) === 0)).toStrictEqual([]);
      const full = run.reps.filter(({ id, capacity = Number.NaN }) => capacity === leadsOf.get(id));
      expect(full.map(({ id }) => id)).toStrictEqual(["ennick"]);
    });
  });
});
