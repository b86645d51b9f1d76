import { describe, expect, it } from "vitest";
import {
  asLogged,
  byStrategy,
  byWeights,
  type EvaluateOptions,
  evaluate,
  type LoggedChoice,
  type Target,
  targetOf,
  uniformly,
} from "../../src/evaluation/index.js";
import {
  cascade,
  compose,
  emptyState,
  explore,
  holderOf,
  longestIdle,
  random,
  ranked,
  rotation,
  type Selector,
  thompson,
  unwrap,
  weightedRandom,
} from "../../src/index.js";
import { streamFrom } from "../../src/random/stream.js";
import { logOf, partsTarget, type World } from "../support/logged.js";

const worldOf = (...rates: readonly number[]): World => ({
  segments: 1,
  reps: rates.map((rate, i) => ({ id: `rep ${i}`, propensity: 1 / rates.length, rates: [rate] })),
});

const APART = worldOf(0.6, 0.4, 0.3, 0.3);
const ALIKE = worldOf(0.4, 0.4, 0.4, 0.4);
const toFirst = partsTarget(APART, [1, 0, 0, 0]);

const quick: EvaluateOptions = { placeboLogs: 100 };

const told = (log: readonly LoggedChoice[], target: Target, options = quick) =>
  unwrap(evaluate(log, target, options));

const reasonsOf = (log: readonly LoggedChoice[], target: Target): string =>
  told(log, target).reasons.join("; ");

describe("evaluate", () => {
  it("says better, worse, or that no difference is seen", () => {
    const log = logOf(APART, 2_000, 1);
    const best = told(log, toFirst);
    expect(best.verdict).toBe("better");
    expect(best.doublyRobust?.gain.estimate).toBeCloseTo(0.2, 1);
    // No shuffled log came near it, so only the log itself is as large.
    expect(best.placebo?.asLarge).toBe(1 / 101);
    expect(told(log, partsTarget(APART, [0, 0, 0.5, 0.5])).verdict).toBe("worse");
    expect(told(logOf(ALIKE, 2_000, 1), toFirst).verdict).toBe("no difference seen");
  });

  it("claims a gain where there is none no more often than once in twenty logs", () => {
    const claims = Array.from(
      { length: 60 },
      (_, seed) => told(logOf(ALIKE, 800, seed + 1), toFirst).verdict,
    ).filter((verdict) => verdict !== "no difference seen").length;
    // 60 trials of chance 0.05 come to more than 14 once in a million.
    expect(claims).toBeLessThanOrEqual(14);
  });

  it("finds no gain over what was logged, whatever the rewards", () => {
    const { doublyRobust, weighing, selfNormalised, verdict } = told(logOf(APART, 500, 3), asLogged());
    expect(verdict).toBe("no difference seen");
    for (const estimated of [weighing, selfNormalised, doublyRobust])
      expect(estimated?.gain.estimate).toBeCloseTo(0, 12);
  });

  it("takes no rounding for a gain", () => {
    const world: World = {
      segments: 1,
      reps: [0.3, 0.7].map((propensity, i) => ({ id: `rep ${i}`, propensity, rates: [0.6 - 0.3 * i] })),
    };
    const { verdict, doublyRobust } = told(logOf(world, 500, 8), partsTarget(world, [0.1 + 0.2, 0.7]));
    expect(doublyRobust?.gain.estimate).toBe(0);
    expect(verdict).toBe("no difference seen");
  });

  it("is the same for the same seed, and draws other shuffles for another", () => {
    const log = logOf(APART, 300, 4);
    const once = told(log, toFirst);
    expect(told(log, toFirst)).toStrictEqual(once);
    const other = told(log, toFirst, { ...quick, seed: "another" });
    expect(other.weighing).toStrictEqual(once.weighing);
    expect(other.doublyRobust).not.toStrictEqual(once.doublyRobust);
  });

  it("counts how many leads of the target's own would say as much", () => {
    // Kish: weights 2, 2 and 0, 0 say as much as two leads.
    const candidates = [
      { id: "ann", propensity: 0.5 },
      { id: "bob", propensity: 0.5 },
    ];
    const log = ["ann", "ann", "bob", "bob"].map((repId, i) => ({ candidates, repId, reward: i % 2 }));
    const toAnn = targetOf("all to ann", () => [{ repId: "ann", probability: 1 }]);
    expect(told(log, toAnn).overlap).toStrictEqual({
      effectiveLeads: 2,
      largestWeight: 2,
      meanWeight: 1,
      uncovered: 0,
      leftToChance: 1,
    });
    expect(told(log, uniformly()).overlap?.effectiveLeads).toBe(4);
    const mostlyAnn = targetOf("mostly ann", () => [
      { repId: "ann", probability: 0.75 },
      { repId: "bob", probability: 0.25 },
    ]);
    // (1.5 + 1.5 + 0.5 + 0.5)^2 / (2 * 2.25 + 2 * 0.25)
    expect(told(log, mostlyAnn).overlap?.effectiveLeads).toBeCloseTo(16 / 5, 12);
  });
});

describe("the placebo", () => {
  it("finds something once in twenty logs where the intervals hold", () => {
    const { placebo } = told(logOf(ALIKE, 1_000, 9), toFirst, { placeboLogs: 1_000 });
    // 1,000 trials of chance 0.05 come to fewer than 20 or more than 86 once in a million; as much again for the intervals being of a finite log.
    expect(placebo?.found).toBeGreaterThan(0.01);
    expect(placebo?.found).toBeLessThan(0.1);
  });
});

describe("evaluate can't tell", () => {
  const log = logOf(APART, 1_000, 5);

  it("where there is no log, or nothing came of it yet", () => {
    expect(told([], uniformly())).toMatchObject({
      verdict: "can't tell",
      reasons: ["the log has no leads"],
      choices: 0,
      logged: null,
    });
    const waiting = log.map(({ reward, ...rest }) => rest);
    expect(told(waiting, uniformly())).toMatchObject({ verdict: "can't tell", matured: 0, overlap: null });
    expect(told([...waiting, ...log.slice(0, 1)], uniformly())).toMatchObject({ matured: 1, placebo: null });
  });

  it("where too few leads speak of the target", () => {
    expect(reasonsOf(log.slice(0, 80), uniformly())).toMatch(/as much of it as 80 leads would, and 100 are/);
    const rare = logOf(
      {
        segments: 1,
        reps: [0.97, 0.01, 0.02].map((propensity, i) => ({ id: `rep ${i}`, propensity, rates: [0.5] })),
      },
      2_000,
      6,
    );
    expect(reasonsOf(rare, partsTarget(APART, [0, 1, 0]))).toMatch(
      /^the log says as much of it as \d\d? leads/,
    );
    expect(told(rare, partsTarget(APART, [0, 1, 0])).verdict).toBe("can't tell");
  });

  it("where the target chooses whom the log could not", () => {
    const toNobodyKnown = targetOf("a newcomer", () => [
      { repId: "rep 0", probability: 0.95 },
      { repId: "rep 9", probability: 0.05 },
    ]);
    expect(reasonsOf(log, toNobodyKnown)).toMatch(/^it would give 5\.0 % of the leads to somebody/);
    const without = log.map((choice) => ({
      ...choice,
      candidates: [...choice.candidates, { id: "rep 9", propensity: 0 }],
    }));
    expect(reasonsOf(without, toNobodyKnown)).toMatch(/^it would give 5\.0 % of the leads to somebody/);
    // What is not covered is missing from the weights too, and is no fault of the propensities.
    const halfUnknown = targetOf("half to a newcomer", () => [
      { repId: "rep 0", probability: 0.5 },
      { repId: "rep 9", probability: 0.5 },
    ]);
    expect(told(log, halfUnknown).reasons).toHaveLength(1);
    const toNobody = targetOf("nobody", () => []);
    expect(reasonsOf(log, toNobody)).toMatch(/^it would give 100\.0 % of the leads to somebody/);
  });

  it("where nothing was left to chance", () => {
    const settled = log.map(({ repId, reward = 0 }) => ({
      candidates: [{ id: repId, propensity: 1 }],
      repId,
      reward,
    }));
    expect(reasonsOf(settled, asLogged())).toBe("nothing in the log was left to chance");
    const withOthers = log.map(({ candidates, repId, reward = 0 }) => ({
      candidates: candidates.map(({ id }) => ({ id, propensity: id === repId ? 1 : 0 })),
      repId,
      reward,
    }));
    expect(reasonsOf(withOthers, asLogged())).toBe("nothing in the log was left to chance");
  });

  it("where every outcome is the same", () => {
    expect(
      reasonsOf(
        log.map((choice) => ({ ...choice, reward: 1 })),
        uniformly(),
      ),
    ).toBe("every outcome is the same");
  });

  it("where most outcomes are missing, or those of some reps", () => {
    const kept = (keep: (choice: LoggedChoice, i: number) => boolean) =>
      log.map((choice, i) => {
        const { reward, ...rest } = choice;
        return keep(choice, i) ? choice : rest;
      });
    expect(
      reasonsOf(
        kept((_, i) => i % 3 === 0),
        uniformly(),
      ),
    ).toBe("of 1000 leads only 334 have an outcome");
    expect(
      told(
        kept((_, i) => i % 3 !== 0),
        uniformly(),
      ).verdict,
    ).toBe("no difference seen");
    const hidden = kept(({ repId }, i) => repId !== "rep 0" || i % 2 === 0);
    expect(reasonsOf(hidden, toFirst)).toMatch(/whether an outcome is there depends on who had the lead/);
  });

  it("but not for a few leads that have not had their time, whoever has them", () => {
    for (const few of [1, 2, 3]) {
      const young = log.filter(({ repId }) => repId === "rep 0").slice(-few);
      const without = log.map((choice) => {
        const { reward, ...rest } = choice;
        return young.includes(choice) ? rest : choice;
      });
      expect(told(without, toFirst)).toMatchObject({ verdict: "better", matured: log.length - few });
    }
  });

  it("where reps were chosen by other chances than the log says", () => {
    const skewed: World = {
      ...APART,
      reps: APART.reps.map((rep, i) => ({ ...rep, propensity: [0.4, 0.3, 0.2, 0.1][i] ?? 0 })),
    };
    const lying = logOf(skewed, 1_000, 7).map((choice) => ({
      ...choice,
      candidates: choice.candidates.map(({ id }) => ({ id, propensity: 0.25 })),
    }));
    expect(reasonsOf(lying, toFirst)).toMatch(/the weights are not on average what they must be/);
    expect(reasonsOf(lying, uniformly())).toMatch(/reps had leads in longer runs than by chance/);
  });

  it("where few leads weigh so much that it finds something where there is nothing", () => {
    const findings = Array.from({ length: 30 }, (_, seed) => {
      const world: World = {
        segments: 1,
        reps: [0.985, 0.015].map((propensity, i) => ({ id: `rep ${i}`, propensity, rates: [0.02] })),
      };
      return unwrap(
        evaluate(logOf(world, 300, seed + 1), partsTarget(world, [0, 1]), {
          placeboLogs: 100,
          leastEffectiveLeads: 2,
        }),
      );
    });
    expect(findings.map(({ reasons }) => reasons.join()).join()).toMatch(
      /where nothing can be found, it finds something in [\d.]+ % of the logs/,
    );
  });
});

const ROSTER = { reps: ["ann", "bob", "cyd"].map((id, i) => ({ id, weight: i + 1 })) };

/** What a selector writes down: its leads, and the shares that it says. */
const written = (selector: Selector, leads: number): readonly LoggedChoice[] => {
  const strategy = compose({ ledger: "desk", filters: [], selector });
  const draw = streamFrom("rewards").next;
  let state = emptyState({ seed: "s" });
  return Array.from({ length: leads }, (_, i) => {
    const lead = { id: `l${i}`, receivedAtMs: i };
    const outcome = unwrap(strategy(lead, ROSTER, state, { explain: true }));
    state = outcome.state;
    const candidates = (outcome.explanation?.candidates ?? []).map(({ repId: id, merit }) => ({
      id,
      propensity: merit?.share ?? 0,
    }));
    return { candidates, repId: holderOf(outcome.decision) ?? "", reward: draw() < 0.4 ? 1 : 0, lead };
  });
};

describe("a log of shares", () => {
  it.each([
    ["random", random()],
    ["weightedRandom", weightedRandom()],
    ["thompson", thompson()],
    ["explore", explore(0.5, rotation())],
    ["weightedRandom by turn", weightedRandom({ draws: "perTurn" })],
  ])("tells where chance chose: %s", (_, selector) => {
    const { verdict, pattern } = told(written(selector, 600), uniformly());
    expect(verdict).toBe("no difference seen");
    expect(Math.abs(pattern ?? 9)).toBeLessThan(4);
  });

  it.each([
    ["rotation", rotation()],
    ["longestIdle", longestIdle()],
  ])("can't tell where leads only went round: %s", (_, selector) => {
    const { verdict, reasons } = told(written(selector, 200), uniformly());
    expect(verdict).toBe("can't tell");
    expect(reasons).toContain(
      "the leads went round more evenly than by chance: the propensities are no chances",
    );
  });

  it("is refused where the shares of a selector are no parts of a whole", () => {
    const read = evaluate(written(ranked(["cyd", "ann"]), 2), uniformly());
    expect(read).toMatchObject({
      _tag: "Left",
      left: [
        {
          path: ["log", 0, "candidates"],
          message: expect.stringMatching(/^must have propensities that add up to 1/),
        },
        {},
      ],
    });
  });
});

describe("a target", () => {
  const log = written(weightedRandom(), 300);

  it("by weights is a draw by weights", () => {
    const drawn = compose({ ledger: "desk", filters: [], selector: weightedRandom() });
    const asked = byStrategy("drawn", drawn, {
      roster: ROSTER,
      state: emptyState({ seed: "other" }),
      byChance: true,
    });
    expect(told(log, asked).weighing).toStrictEqual(told(log, byWeights(ROSTER)).weighing);
    expect(told(log, asked).weighing?.gain.estimate).toBeCloseTo(0, 12);
  });

  it("takes no turn by a weight of 0, or off the roster", () => {
    const only = byWeights({ reps: [{ id: "ann" }, { id: "bob", weight: 0 }] }).open();
    const [choice] = log as readonly [LoggedChoice];
    expect(only(choice)).toContainEqual({ repId: "ann", probability: 1 });
    expect(byWeights({ reps: [] }).open()(choice)).toStrictEqual([]);
  });

  it("that is a strategy goes on from lead to lead, and begins anew for each evaluation", () => {
    const turns = compose({ ledger: "desk", filters: [], selector: rotation() });
    const target = byStrategy("turns", turns, { roster: ROSTER, state: emptyState({ seed: "s" }) });
    const asked = target.open();
    const takers = log.slice(0, 6).flatMap((choice) => asked(choice).map(({ repId }) => repId));
    expect(takers).toStrictEqual(["ann", "bob", "cyd", "ann", "bob", "cyd"]);
    expect(told(log, target)).toStrictEqual(told(log, target));
  });

  it("that is a strategy gives nobody what it would only offer", () => {
    const offers = compose({
      ledger: "desk",
      filters: [],
      selector: random(),
      delivery: cascade({ answerMs: 5 }),
    });
    const target = byStrategy("offers", offers, {
      roster: ROSTER,
      state: emptyState({ seed: "s" }),
      byChance: true,
    });
    expect(told(log, target).overlap?.uncovered).toBe(1);
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("no idea");
      },
      /^Error: no idea \(asked about log\[0\]\)/,
      [],
    ],
    ["gives no list", () => "ann", /^must be a list/, ["chances"]],
    [
      "gives a part that is none",
      () => [{ repId: "ann", probability: Number.NaN }],
      /^must be a number from 0 to 1/,
      ["chances", 0, "probability"],
    ],
    [
      "gives a negative part",
      () => [{ repId: "ann", probability: -1 }],
      /^must be a number from 0 to 1/,
      ["chances", 0, "probability"],
    ],
    ["gives no whole", () => [{ repId: "ann", probability: 0.5 }], /do not add up to 1/, ["chances"]],
    [
      "names a rep twice",
      () => [
        { repId: "ann", probability: 0.5 },
        { repId: "ann", probability: 0.5 },
      ],
      /^named a rep twice/,
      ["chances"],
    ],
  ])("that %s is blamed by its name", (_, answer, message, path) => {
    const read = evaluate(log, targetOf("mine", answer as never));
    expect(read).toMatchObject({
      left: [{ path: ["target", "mine", ...path], message: expect.stringMatching(message) }],
    });
  });

  it("that is a strategy blames a choice without a lead, an input it refuses, and shares that are no chances", () => {
    const options = { roster: ROSTER, state: emptyState({ seed: "s" }) };
    const by = (selector: Selector, more = {}) =>
      byStrategy("mine", compose({ ledger: "desk", filters: [], selector }), { ...options, ...more });
    const bare = log.map(({ lead, ...rest }) => rest);
    const messageOf = (choices: readonly LoggedChoice[], target: Target): string => {
      const read = evaluate(choices, target);
      return read._tag === "Left" ? read.left.map(({ message }) => message).join() : "";
    };
    expect(messageOf(bare, by(random()))).toMatch(/the choice has no lead/);
    expect(messageOf(log, by(random(), { roster: { reps: [{ id: "ann", weight: -1 }] } }))).toMatch(
      /roster\.reps\[0\]\.weight/,
    );
    expect(messageOf(log, by(ranked(["cyd", "ann"]), { byChance: true }))).toMatch(/do not add up to 1/);
  });
});

describe("a faulty log", () => {
  const good = {
    candidates: [
      { id: "ann", propensity: 0.5 },
      { id: "bob", propensity: 0.5 },
    ],
    repId: "ann",
    reward: 1,
  };

  it.each([
    [{ reward: Number.NaN }, ["reward"], /finite number, not negative/],
    [{ reward: -1 }, ["reward"], /finite number, not negative/],
    [{ reward: "1" }, ["reward"], /finite number/],
    [{ reward: null }, ["reward"], /leave it out/],
    [{ repId: "eve" }, ["repId"], /must be one of the candidates/],
    [{ repId: 5 }, ["repId"], /must be text/],
    [{ candidates: [] }, ["candidates"], /add up to 1/],
    [{ candidates: "ann" }, ["candidates"], /must be a list/],
    [{ candidates: [{ id: "ann", propensity: 1.5 }] }, ["candidates", 0, "propensity"], /from 0 to 1/],
    [
      {
        candidates: [
          { id: "ann", propensity: 0.5 },
          { id: "ann", propensity: 0.5 },
        ],
      },
      ["candidates", 1, "id"],
      /second time/,
    ],
    [
      {
        candidates: [
          { id: "ann", propensity: 0 },
          { id: "bob", propensity: 1 },
        ],
      },
      ["repId"],
      /propensity of at least/,
    ],
    [
      {
        candidates: [
          { id: "ann", propensity: 5e-324 },
          { id: "bob", propensity: 1 },
        ],
      },
      ["repId"],
      /propensity of at least/,
    ],
    [{ reward: 1.1e50 }, ["reward"], /at most/],
    [{ segment: 5 }, ["segment"], /must be text/],
    [{ lead: "l1" }, ["lead"], /must be a lead/],
  ])("with %j says where it is wrong", (wrong, path, message) => {
    const read = evaluate([good, { ...good, ...wrong } as never], uniformly());
    expect(read).toMatchObject({
      _tag: "Left",
      left: expect.arrayContaining([{ path: ["log", 1, ...path], message: expect.stringMatching(message) }]),
    });
  });

  it("is read in numbers up to what it may hold", () => {
    const rare = {
      candidates: [
        { id: "ann", propensity: 1e-50 },
        { id: "bob", propensity: 1 },
      ],
      repId: "ann",
    };
    const log = [good, ...Array.from({ length: 200 }, () => [{ ...rare, reward: 1e50 }, good]).flat()];
    const { overlap, doublyRobust, weighing, selfNormalised } = unwrap(evaluate(log, uniformly()));
    const intervals = [doublyRobust, weighing, selfNormalised].flatMap((each) => [each?.value, each?.gain]);
    for (const figure of [overlap, ...intervals].flatMap((each) =>
      Object.values(each ?? { missing: Number.NaN }),
    ))
      expect(figure).toSatisfy(Number.isFinite);
  });

  it("names every fault", () => {
    const read = evaluate([{ ...good, repId: "eve" }, good, { ...good, candidates: [] }], uniformly());
    const paths = read._tag === "Left" ? read.left.map(({ path }) => path.join(".")) : [];
    expect(paths).toStrictEqual(["log.0.repId", "log.2.candidates", "log.2.repId"]);
  });

  it("is never read for what is no target", () => {
    for (const target of [undefined, null, uniformly])
      expect(() => evaluate([], target as never)).toThrow(/^evaluate: needs a target/);
  });

  it.each([undefined, null, 5, {}])("that is %j is no log", (log) => {
    expect(evaluate(log as never, uniformly())).toMatchObject({ left: [{ path: ["log"] }] });
  });

  it("may hold odd ids", () => {
    const candidates = ["", "__proto__", "constructor"].map((id) => ({
      id,
      propensity: id === "" ? 0.5 : 0.25,
    }));
    const log = Array.from({ length: 300 }, (_, i) => ({
      candidates,
      repId: ["", "__proto__", "", "constructor"][i % 4] ?? "",
      reward: i % 2,
      segment: "__proto__",
    }));
    expect(told(log, uniformly()).matured).toBe(300);
  });

  it.each([
    { placeboLogs: 99 },
    { placeboLogs: 100.5 },
    { placeboLogs: 10_001 },
    { leastEffectiveLeads: 1 },
    { leastEffectiveLeads: Number.NaN },
  ])("is never read under the option %j", (options) => {
    expect(() => evaluate([], uniformly(), options)).toThrow(RangeError);
  });
});
