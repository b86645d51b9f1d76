import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { agenda } from "../../examples/compare/agenda.js";
import { DAY_MS, HOUR_MS, MONDAY_MS } from "../../examples/compare/calendar.js";
import { BASELINE, CLAIRVOYANT, contenders } from "../../examples/compare/contenders.js";
import { type Figures, summed } from "../../examples/compare/figures.js";
import { estimateOf, isBeyond } from "../../examples/compare/interval.js";
import { doJob, isSeason, type LongResult, type SeasonResult } from "../../examples/compare/jobs.js";
import { longContenders } from "../../examples/compare/long/longContenders.js";
import { playLong } from "../../examples/compare/long/playLong.js";
import { endOf, MATURES_AFTER_DAYS } from "../../examples/compare/luck.js";
import { figuresOf } from "../../examples/compare/measures.js";
import { readOptions } from "../../examples/compare/options.js";
import { placeLabels } from "../../examples/compare/pictures/labels.js";
import { play, type Run } from "../../examples/compare/play.js";
import { progress } from "../../examples/compare/progress.js";
import { report } from "../../examples/compare/report.js";
import { signed } from "../../examples/compare/rows.js";
import { SAMPLE, sampleOf } from "../../examples/compare/sample.js";
import { type Season, seasonOf } from "../../examples/compare/season.js";
import { segments } from "../../examples/compare/segments.js";
import { type World, worlds } from "../../examples/compare/world.js";
import { PAGE, written } from "../../examples/compare/writing.js";
import { all, type Rep, random, rotation } from "../../src/index.js";

const worldCalled = (name: string): World => {
  const world = worlds.find((each) => each.name === name);
  if (world === undefined) throw new Error(`no world "${name}"`);
  return world;
};

const differing = worldCalled("reps differ");

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** How likely the rep wins a lead of each segment, its desk empty. */
const ratesOf = ({ rateOf }: Season, rep: Rep, load = 0): readonly number[] =>
  segments.map(({ name }) => rateOf({ id: "l", receivedAtMs: 0, segment: name }, rep, load));

describe("a simulated season", () => {
  const longer = seasonOf(differing, 1, 1_500);
  const times = longer.arrivals.map(({ lead }) => lead.receivedAtMs);

  it("is the same for one seed, and another for another", () => {
    const { arrivals, roster } = seasonOf(differing, 1, 1_500);
    expect([arrivals, roster]).toStrictEqual([longer.arrivals, longer.roster]);
    expect(seasonOf(differing, 2, 1_500).arrivals).not.toStrictEqual(longer.arrivals);
  });

  it("has the same leads in all worlds, and begins the same however long it is", () => {
    expect(seasonOf(worldCalled("segments differ"), 1, 1_500).arrivals).toStrictEqual(longer.arrivals);
    expect(seasonOf(differing, 1, 400).luckOf(399, "ann")).toStrictEqual(longer.luckOf(399, "ann"));
  });

  it("is busy on weekdays by day, and quiet in nights and at weekends", () => {
    const shareOf = (isSuch: (ms: number) => boolean): number => times.filter(isSuch).length / times.length;
    expect(shareOf((ms) => Math.floor((ms - MONDAY_MS) / DAY_MS) % 7 >= 5)).toBeLessThan(0.1);
    expect(shareOf((ms) => Math.floor((ms % DAY_MS) / HOUR_MS) < 6)).toBeLessThan(0.05);
    expect(times).toStrictEqual([...times].sort((a, b) => a - b));
  });

  it("has campaigns that bring as many leads in two hours as an ordinary day", () => {
    const within = (ms: number): number => times.filter((at) => at >= ms && at < ms + 2 * HOUR_MS).length;
    const bursts = times.map(within);
    expect(Math.max(...bursts)).toBeGreaterThanOrEqual(30);
    expect(bursts.filter((burst) => burst < 15).length).toBeGreaterThan(times.length / 2);
  });

  it("has everybody away now and then, and somebody who begins late and without a past", () => {
    const { reps } = longer.roster;
    for (const { timeOff = [] } of reps) expect(timeOff.length).toBeGreaterThan(1);
    const newcomers = reps.filter(({ performance }) => performance === undefined);
    expect(newcomers.map(({ joinedAtMs = 0 }) => joinedAtMs - MONDAY_MS)).toStrictEqual([56 * DAY_MS]);
  });

  it("gives everybody the same chances where reps do not differ", () => {
    const even = seasonOf(worldCalled("reps do not differ"), 3, 10);
    for (const rep of even.roster.reps)
      ratesOf(even, rep).forEach((rate, i) => {
        expect(rate).toBeCloseTo(segments[i]?.rate ?? Number.NaN, 12);
      });
  });

  it("makes everybody as good as all others altogether where only segments differ", () => {
    const apart = seasonOf(worldCalled("segments differ"), 3, 10);
    const altogether = (rates: readonly number[]): number =>
      rates.reduce((sum, rate, i) => sum + rate * (segments[i]?.ofHundred ?? 0), 0);
    const usual = altogether(segments.map(({ rate }) => rate));
    const smallRates = apart.roster.reps.map((rep) => ratesOf(apart, rep)[0] ?? 0);
    for (const rep of apart.roster.reps) expect(altogether(ratesOf(apart, rep))).toBeCloseTo(usual, 9);
    expect(new Set(smallRates).size).toBe(apart.roster.reps.length);
  });

  it("wins less by a full desk where load hurts, and only there", () => {
    const hurting = worldCalled("reps differ, load hurts");
    for (const [world, left] of [
      [hurting, hurting.whenFull],
      [differing, 1],
    ] as const) {
      const played = seasonOf(world, 4, 10);
      for (const rep of played.roster.reps) {
        const [empty = 0] = ratesOf(played, rep);
        const [full = 0] = ratesOf(played, rep, rep.capacity);
        expect(full / empty).toBeCloseTo(left, 12);
      }
    }
  });

  it("ends every lead after days or weeks, and what is won in the time that evidence waits for", () => {
    const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fraction, fraction, fraction, (rate, result, time) => {
        const { isWon, afterMs } = endOf(rate, { result, time });
        expect(isWon).toBe(result < rate);
        expect(afterMs).toBeGreaterThanOrEqual(DAY_MS);
        expect(afterMs).toBeLessThanOrEqual((isWon ? MATURES_AFTER_DAYS : 45) * DAY_MS);
      }),
    );
    expect(endOf(0, { result: 0.5, time: 0.99 }).afterMs).toBe(45 * DAY_MS);
  });
});

describe("the agenda", () => {
  it("hands out the earliest first, and of one moment what was put in first", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (times) => {
        const ahead = agenda<number>();
        times.forEach((atMs, i) => {
          ahead.add(atMs, i);
        });
        const handed = times.map(() => ahead.next());
        const sorted = times.map((atMs, what) => ({ atMs, what })).sort((a, b) => a.atMs - b.atMs);
        expect(handed).toStrictEqual(sorted);
        expect(ahead.next()).toBeUndefined();
      }),
    );
  });
});

const LEADS = SAMPLE.leads;
const season = seasonOf(SAMPLE.world, SAMPLE.seed, LEADS);
const runs = new Map<string, Run>();

beforeAll(() => {
  for (const contender of contenders) runs.set(contender.name, play(season, contender));
}, 60_000);

describe("a season at the desk", () => {
  it("accounts for every lead once, as given or as gone", () => {
    for (const { fates, fairness } of runs.values()) {
      const numbers = fates.map(({ arrival }) => arrival.number).sort((a, b) => a - b);
      expect(numbers).toStrictEqual(Array.from({ length: LEADS }, (_, i) => i));
      const gone = fates.filter(({ repId }) => repId === undefined);
      expect([fairness.leads, fairness.unassigned]).toStrictEqual([LEADS, gone.length]);
      expect(gone.some(({ isWon }) => isWon)).toBe(false);
    }
  });

  it("lets leads wait that come in by night", () => {
    for (const { waited } of runs.values()) {
      expect(waited).toBeGreaterThan(LEADS / 10);
      expect(waited).toBeLessThan(LEADS / 2);
    }
  });

  it("has the same luck with a lead and a rep, whichever selector brought them together", () => {
    const ends = new Map<string, boolean>();
    let met = 0;
    for (const { fates } of runs.values())
      for (const { arrival, repId, isWon } of fates) {
        if (repId === undefined) continue;
        const key = `${arrival.number} ${repId}`;
        if (ends.has(key)) met += 1;
        expect(ends.get(key) ?? isWon).toBe(isWon);
        ends.set(key, isWon);
      }
    expect(met).toBeGreaterThan(LEADS);
  });

  it("has nobody who is better than the best of those who might have had the lead", () => {
    for (const { fates } of runs.values())
      for (const { rate, bestRate } of fates) expect(bestRate).toBeGreaterThanOrEqual(rate);
  });

  it("counts the leads that a rep holds where load hurts, and lets go of those that have ended", () => {
    const hurting = seasonOf(worldCalled("reps differ, load hurts"), 1, 400);
    const repBy = new Map(hurting.roster.reps.map((rep) => [rep.id, rep]));
    const { fates } = play(hurting, { name: "rotation", selectorFor: () => rotation() });
    const left = fates.map(({ arrival, repId = "", rate }) => {
      const rep = repBy.get(repId);
      return rep === undefined ? 1 : rate / hurting.rateOf(arrival.lead, rep, 0);
    });
    expect(left[0]).toBe(1);
    // Desks fill in the first days, and are never full for long: ends make room.
    expect(left.filter((part) => part < 0.95).length).toBeGreaterThan(100);
    expect(left.filter((part) => part < 0.45).length).toBeLessThan(20);
  });

  it("has a clairvoyant who misses nothing, and all others miss something", () => {
    const missed = ({ fates }: Run): number =>
      fates.reduce((sum, { rate, bestRate }) => sum + bestRate - rate, 0);
    for (const [name, run] of runs) {
      if (name === CLAIRVOYANT) expect(missed(run)).toBe(0);
      else expect(missed(run), name).toBeGreaterThan(1);
    }
  });

  it("tells selectors that choose the same apart by nothing", () => {
    const again = play(season, { name: "again", selectorFor: () => rotation() });
    expect(again).toStrictEqual(runs.get(BASELINE));
    expect(runs.get("random")).not.toStrictEqual(again);
  });

  it("finds in the luck of all leads about as many won as their chances say", () => {
    const [{ fates }] = [...runs.values()] as [Run];
    const expected = fates.reduce((sum, { rate }) => sum + rate, 0);
    const variance = fates.reduce((sum, { rate }) => sum + rate * (1 - rate), 0);
    // Five deviations: chance goes beyond once in some million seasons.
    expect(Math.abs(fates.filter(({ isWon }) => isWon).length - expected)).toBeLessThan(
      5 * Math.sqrt(variance),
    );
  });

  it("gives nobody more leads at once than it has room for, and loses what nobody has in five days", () => {
    const [ann] = season.roster.reps;
    if (ann === undefined) throw new Error("there are reps");
    const tight = { ...season, roster: { reps: [{ id: ann.id, capacity: 2 }] } };
    const { fates, fairness } = play(tight, { name: "all", selectorFor: () => all() });
    expect(fates).toHaveLength(LEADS);
    expect(fairness.unassigned).toBeGreaterThan(LEADS / 2);
    // Each takes a day at least, so two at a time is two a day at most.
    const days = (season.arrivals.at(-1)?.lead.receivedAtMs ?? 0) - MONDAY_MS + 6 * DAY_MS;
    expect(fairness.leads - fairness.unassigned).toBeLessThanOrEqual((2 * days) / DAY_MS);
    const away = { ...season, roster: { reps: [{ id: ann.id, timeOff: [{ fromMs: 0, toMs: 9e12 }] }] } };
    expect(play(away, { name: "all", selectorFor: () => all() }).fairness.unassigned).toBe(LEADS);
  });

  it("comes to figures that one can add up by hand", () => {
    const [first, second] = season.arrivals;
    if (first === undefined || second === undefined) throw new Error("there are leads");
    const fairness = {
      leads: 2,
      unassigned: 1,
      reps: [{ repId: "ann", leads: 1, share: 2, lag: 1, leadsWhileEligible: 2, longestDrought: 3 }],
      largestLag: 1,
      jain: 0.5,
      longestDrought: 3,
    };
    const fates = [
      { arrival: first, repId: "ann", isWon: true, rate: 0.25, bestRate: 0.75 },
      { arrival: second, repId: undefined, isWon: false, rate: 0, bestRate: 0 },
    ];
    expect(figuresOf({ fates, fairness, waited: 0 })).toStrictEqual({
      won: 50,
      expected: 12.5,
      value: (first.lead.value ?? 0) / 2,
      regret: 25,
      largestLag: 1,
      jain: 0.5,
      leastShare: 0.5,
      longestDrought: 3,
      nobody: 1,
    });
  });
});

describe("the long run", () => {
  it("misses by chance what chance must: nine of a hundred leads, of which the best would have won", () => {
    const regrets = playLong(random(), 1, 3_162);
    expect(regrets).toHaveLength(2);
    // The deviation of one lead's regret is 0.06, so of 3,162 leads 3.2; six of them.
    expect(Math.abs((regrets[1] ?? 0) - 0.09 * 3_162)).toBeLessThan(20);
  });

  it("misses less with a selector that learns, though nobody is told who is best", () => {
    const learner = longContenders["thompson"];
    const [, missed = Number.NaN] = playLong(learner?.() ?? random(), 1, 3_162);
    expect(missed).toBeLessThan(0.09 * 3_162 * 0.75);
  });
});

describe("the figures", () => {
  const seasons: readonly SeasonResult[] = [1, 2, 3, 4, 5].map((seed) => {
    const figures = (won: number) => ({
      won,
      expected: 20,
      value: 100,
      regret: 1,
      largestLag: 2,
      jain: 0.9,
      leastShare: 0.5,
      longestDrought: 3,
      nobody: 0,
    });
    return {
      world: "reps differ",
      seed,
      figures: { rotation: figures(20 + seed), other: figures(22 + seed + seed / 100) },
    };
  });
  const long: readonly LongResult[] = [{ seed: 1, regrets: { rotation: [1, 2, 3, 4, 5] } }];

  it("know the mean of a few seasons and its interval by Student's t", () => {
    // 2.776, 2.262 and 2.045 in every table for 4, 9 and 29 degrees of freedom.
    for (const [seasonsOf, t] of [
      [5, 2.776],
      [10, 2.262],
      [30, 2.045],
    ] as const) {
      const values = Array.from({ length: seasonsOf }, (_, i) => i);
      const of = estimateOf(values);
      const deviation = Math.sqrt((seasonsOf * (seasonsOf + 1)) / 12);
      expect(of.mean).toBeCloseTo((seasonsOf - 1) / 2, 6);
      expect((of.within ?? 0) / (deviation / Math.sqrt(seasonsOf))).toBeCloseTo(t, 1);
    }
    expect(estimateOf([1, 2, 3, 4])).toStrictEqual({ mean: 2.5, within: null });
    expect([isBeyond({ mean: -2, within: 1 }), isBeyond({ mean: 1, within: 2 })]).toStrictEqual([
      true,
      false,
    ]);
    expect(isBeyond({ mean: 9, within: null })).toBe(false);
  });

  it("set each season beside the same season of rotation", () => {
    const [{ selectors } = { selectors: [] }] = summed(100, seasons, long, {}).worlds;
    const [, other] = selectors;
    // The seasons differ by much, the differences hardly.
    expect(other?.gain.mean).toBeCloseTo(2.03, 6);
    expect(other?.gain.within).toBeLessThan(0.03);
    expect(other?.won.within).toBeGreaterThan(1.9);
    expect(summed(100, [...seasons].reverse(), long, {})).toStrictEqual(summed(100, seasons, long, {}));
  });

  it("are printed as tables, a sign before what is more and a star where it is beyond its interval", () => {
    const lines = report(summed(100, seasons, long, {})).split("\n");
    expect(lines[0]).toBe("REPS DIFFER: Some reps win more of the same leads than others.");
    expect(lines.find((line) => line.startsWith("other"))).toMatch(/\+2\.03 ± 0\.02 \* +0\.00 ± 0\.00 /);
    expect(lines).toContain(
      "5 seasons of 100 leads in each world; ±: 95 % interval of the mean over seasons; *: beyond its interval",
    );
    expect(lines.at(-1)).toMatch(/^rotation +1 +2 +3 +4 +5$/);
  });

  it("say how far they are, in one line where a line can change and in ten where it cannot", () => {
    const said = (isTTY: boolean): readonly string[] => {
      const lines: string[] = [];
      const tick = progress("seasons", 40, { isTTY, write: (line) => lines.push(line) });
      for (let i = 0; i < 40; i += 1) tick();
      return lines;
    };
    expect(said(false)).toHaveLength(10);
    expect(said(false).at(-1)).toBe("seasons: 40 of 40\n");
    expect(said(true)).toHaveLength(40);
    expect([said(true)[0], said(true)[39]]).toStrictEqual(["\rseasons: 1 of 40", "\rseasons: 40 of 40\n"]);
  });

  it("come of what is asked for, and nothing else is accepted", () => {
    expect(readOptions([])).toStrictEqual({
      seeds: 30,
      leads: 3_000,
      longSeeds: 6,
      only: undefined,
      json: false,
      write: false,
    });
    expect(readOptions(["--seeds", "2", "--only", "floor", "--json"])).toMatchObject({
      seeds: 2,
      only: "floor",
      json: true,
    });
    expect(() => readOptions(["--seeds", "none"])).toThrow("--seeds must be a whole number, at least 1");
    expect(() => readOptions(["--leads", "0"])).toThrow("--leads must be a whole number, at least 1");
    expect(() => readOptions(["--write", "--only", "floor"])).toThrow("--write needs all selectors");
    expect(() => readOptions(["--sedes", "2"])).toThrow("--sedes");
  });

  it("are those of the selectors that are asked for, beside rotation", () => {
    const result = doJob({ world: "reps differ", seed: 1, leads: 20, only: "thompson" });
    const names = contenders
      .map(({ name }) => name)
      .filter((name) => name === BASELINE || name.includes("thompson"));
    expect(isSeason(result) && Object.keys(result.figures)).toStrictEqual(names);
    const longRun = doJob({ seed: 1, leads: 1_000, only: "floorShare(" });
    expect(!isSeason(longRun) && Object.keys(longRun.regrets)[0]).toBe("rotation");
  });
});

describe("the page and the picture of the guide", () => {
  const figures: Figures = JSON.parse(text("examples/compare/figures.json"));
  const selectorIn = (world: string, name: string) =>
    figures.worlds.find((each) => each.name === world)?.selectors.find((each) => each.name === name);

  it("have the figures of all worlds and all selectors that there are", () => {
    const names = contenders.map(({ name }) => name);
    expect(figures.worlds.map(({ name }) => name)).toStrictEqual(worlds.map(({ name }) => name));
    for (const { selectors } of figures.worlds)
      expect(selectors.map(({ name }) => name)).toStrictEqual(names);
    expect(figures.long.selectors.map(({ name }) => name)).toStrictEqual(Object.keys(longContenders));
    expect([figures.seeds, figures.leads, figures.long.seeds]).toStrictEqual([30, 3_000, 6]);
  });

  it("have the figures of the selectors as they are; `npm run compare -- --write` has them anew", () => {
    const now = [...runs].map(([name, run]) => [name, figuresOf(run)] as const);
    expect(figures.sample).toStrictEqual(sampleOf(Object.fromEntries(now)));
  });

  it("are written from the figures; `npm run compare -- --write` writes them anew", () => {
    const anew = Object.entries(written(figures, text(PAGE)));
    // Not compared as texts, since the difference of two pictures says nothing.
    expect(anew.filter(([path, is]) => text(path) !== is).map(([path]) => path)).toStrictEqual([]);
  });

  it("name every point once, and no name lies on another", () => {
    const points = [0, 1, 2, 3, 4].map((i) => ({ name: `point ${i}`, x: 200 + i, y: 200 }));
    const inside = { x: 0, y: 0, width: 500, height: 400 };
    // Where everything is taken, names lie on what is taken, but still not on each other.
    for (const taken of [[], [inside]]) {
      const boxes = placeLabels(points, taken, inside);
      expect(boxes).toHaveLength(points.length);
      boxes.forEach((one, i) => {
        for (const other of boxes.slice(i + 1))
          expect(
            one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y,
          ).toBe(true);
      });
    }
    const narrow = { ...inside, width: 10 };
    expect(() => placeLabels(points, [], narrow)).toThrow('no room for the label "point 0"');
  });

  it("have nobody who comes out ahead of the clairvoyant where load does nothing", () => {
    for (const world of ["reps differ", "segments differ"]) {
      const most = selectorIn(world, CLAIRVOYANT)?.expected.mean ?? Number.NaN;
      for (const { name, expected } of figures.worlds.find((each) => each.name === world)?.selectors ?? [])
        expect(expected.mean, name).toBeLessThanOrEqual(most);
    }
  });

  it("show regret that grows like a logarithm with thompson, and in step with the leads where some are always given by lot", () => {
    const regretOf = (name: string): readonly number[] =>
      figures.long.selectors.find((each) => each.name === name)?.regrets.map(({ regret }) => regret.mean) ??
      [];
    const [, , third = 0, fourth = 0, fifth = 0] = regretOf("thompson");
    const [, , explored = 0, , exploredLast = 0] = regretOf("explore(0.1, topProducer)");
    // From 10,000 to 100,000 leads: in step would be ten times as much, like a logarithm one step more of about the same.
    expect(fifth - third).toBeLessThan(third);
    expect(fifth - fourth).toBeLessThan(1.5 * (fourth - third));
    expect(exploredLast / explored).toBeGreaterThan(5);
  });

  it("show that a floor round a selector that learns wins more where reps differ and loses nothing where they do not", () => {
    const better = selectorIn("reps differ", "floorShare(0.5, thompson)");
    expect(better !== undefined && isBeyond(better.gain) && better.gain.mean > 0).toBe(true);
    const even = selectorIn("reps do not differ", "floorShare(0.5, thompson)");
    expect(even !== undefined && isBeyond(even.gain) && even.gain.mean < 0).toBe(false);
  });

  it("show one selector alone that wins more, beyond its interval, wherever there is something to win", () => {
    const winsMore = (world: string, name: string): boolean => {
      const gain = selectorIn(world, name)?.gain;
      return gain !== undefined && isBeyond(gain) && gain.mean > 0;
    };
    const somethingToWin = ["reps differ", "reps differ, load hurts", "segments differ"];
    const names = contenders.map(({ name }) => name).filter((name) => name !== CLAIRVOYANT);
    expect(names.filter((name) => somethingToWin.every((world) => winsMore(world, name)))).toStrictEqual([
      "amongTop(3, leastLoaded, thompson), by segment",
    ]);
  });

  it("are what the README says", () => {
    const [differ, alike] = ["reps differ", "reps do not differ"].map((world) =>
      selectorIn(world, "floorShare(0.5, thompson)"),
    );
    if (differ === undefined || alike === undefined) throw new Error("there are no such figures");
    const readme = text("README.md");
    expect(readme).toContain(`${signed(differ.gain)} more than rotation where reps differ`);
    expect(readme).toContain(`and ${signed(alike.gain)} where they do not`);
    expect(readme).toContain(`and ${contenders.length - 1} others`);
    expect(differ.leastShare.mean).toBeCloseTo(0.5, 2);
  });
});
