import fc from "fast-check";
import type { Strategy } from "../../model/strategy.js";
import { aScenario, type Scenario } from "../arbitraries/aScenario.js";
import { play } from "../play.js";
import { insist, type Law, tryOut } from "./law.js";

type Arguments = unknown[];

type Spoiler = (args: Arguments) => Arguments;

const put =
  (at: number, spoil: (value: Record<string, unknown>) => unknown): Spoiler =>
  (args) => {
    const spoilt: Arguments = [...args];
    spoilt[at] = spoil((args[at] ?? {}) as Record<string, unknown>);
    return spoilt;
  };

const rep = (fault: object): Spoiler =>
  put(1, (roster) => ({ ...roster, reps: [...(roster["reps"] as object[]), { id: "spoilt", ...fault }] }));

const state = (fault: object): Spoiler => put(2, (good) => ({ ...good, ...fault }));

const throwing = (): unknown =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error("this property cannot be read");
      },
    },
  );

/** Every kind of bad input that the core refuses. */
const SPOILERS: readonly Spoiler[] = [
  put(0, () => undefined),
  put(0, () => null),
  put(0, () => "lead"),
  put(0, throwing),
  put(0, (lead) => ({ ...lead, id: 7 })),
  put(0, (lead) => ({ ...lead, id: "a\0b" })),
  put(0, (lead) => ({ ...lead, id: "\ud800" })),
  put(0, (lead) => ({ ...lead, receivedAtMs: Number.NaN })),
  put(0, (lead) => ({ ...lead, receivedAtMs: -1 })),
  put(0, (lead) => ({ ...lead, score: 1.5 })),
  put(0, (lead) => ({ ...lead, value: Number.POSITIVE_INFINITY })),
  put(0, (lead) => ({ ...lead, effort: 0.5 })),
  put(0, (lead) => ({ ...lead, effort: 1_000_001 })),
  put(0, (lead) => ({ ...lead, needs: { crm: -1 } })),
  put(0, (lead) => ({ ...lead, languages: "en" })),
  put(1, () => undefined),
  put(1, () => []),
  put(1, throwing),
  put(1, () => ({ reps: {} })),
  put(1, () => ({ reps: [null] })),
  put(1, () => ({ reps: [{ id: "twice" }, { id: "twice" }] })),
  rep({ id: "\udc00" }),
  rep({ weight: -1 }),
  rep({ weight: 10_001 }),
  rep({ weights: { US: 0.0005 } }),
  rep({ weight: 0.0005 }),
  rep({ weight: Number.NaN }),
  rep({ capacity: -1 }),
  rep({ openLeads: Number.POSITIVE_INFINITY }),
  rep({ openEffort: -1 }),
  rep({ skills: { crm: "3" } }),
  rep({ presence: "asleep" }),
  rep({ timeOff: [{ fromMs: 0 }] }),
  rep({ schedule: {} }),
  rep({ schedule: { timeZone: "Mars/Phobos" } }),
  rep({ schedule: { like: "nobody" } }),
  rep({ schedule: { timeZone: "UTC", dates: [{ date: "2026-02-30" }] } }),
  rep({ regions: "US" }),
  state({ format: 2 }),
  state({ format: undefined }),
  state({ version: -1 }),
  state({ ids: ["b", "a"], openLeads: [0, 0], openOffers: [0, 0], ledgers: [], notes: [] }),
  state({ openLeads: [Number.NaN] }),
  state({ openEffort: undefined }),
  state({ ledgers: {} }),
  state({ surplus: 1 }),
  put(2, () => undefined),
  put(2, throwing),
  (args) => [args[0], args[1], args[2], { nowMs: "now" }],
  (args) => [args[0], args[1], args[2], { nowMs: -1 }],
  (args) => [args[0], args[1], args[2], { earlier: { status: "assigned" } }],
  (args) => [args[0], args[1], args[2], null],
];

/** What `respond` is asked, beside the lead: decision, event, roster, state. */
const RESPOND_SPOILERS: readonly Spoiler[] = [
  put(0, () => undefined),
  put(0, (lead) => ({ ...lead, id: "another lead" })),
  put(1, () => undefined),
  put(1, throwing),
  put(1, (decision) => ({ ...decision, status: "lost" })),
  put(1, (decision) => ({ ...decision, revision: -1 })),
  put(1, (decision) => ({ ...decision, eventIds: "e1" })),
  put(2, () => undefined),
  put(2, throwing),
  put(2, (event) => ({ ...event, type: "vanished" })),
  put(2, (event) => ({ ...event, id: 7 })),
  put(2, (event) => ({ ...event, atMs: Number.NaN })),
  put(3, () => ({ reps: [null] })),
  put(4, () => undefined),
];

const insistRefused = (result: ReturnType<Strategy>): void => {
  insist(result._tag === "Left", "bad input was answered");
  if (result._tag === "Right") return;
  insist(result.left.length > 0, "bad input was refused without a problem");
  for (const { path, message } of result.left)
    insist(path.length > 0 && message !== "", "a problem says nothing");
};

const holdOnGood = (strategy: Strategy, scenario: Scenario): void => {
  for (const { result } of play(strategy, scenario)) {
    insist(result._tag === "Right", `valid input was refused: ${JSON.stringify(result)}`);
  }
};

const holdOnBad = (strategy: Strategy, scenario: Scenario, spoil: Spoiler): void => {
  for (const { step, lead, stateBefore } of play(strategy, scenario)) {
    insistRefused(strategy(...(spoil([lead, step.roster, stateBefore]) as Parameters<Strategy>)));
  }
};

const holdOnBadEvents = (strategy: Strategy, scenario: Scenario, spoil: Spoiler): void => {
  for (const { step, lead, stateBefore, decisionBefore } of play(strategy, scenario)) {
    if (step.type === "lead") continue;
    const spoilt = spoil([lead, decisionBefore, step.event, step.roster, stateBefore]);
    insistRefused(strategy.respond(...(spoilt as unknown as Parameters<Strategy["respond"]>)));
  }
};

const about = {
  name: "total",
  statement:
    "Every valid input has exactly one answer; every invalid one a Left. Nothing throws, loops or hangs.",
};

/**
 * Every valid input has an answer, every invalid one is a `Left` with paths, and nothing throws.
 *
 * @since 0.1.0
 */
export const total: Law = {
  ...about,
  check: (strategy, trial = {}) => {
    const scenarios = trial.scenarios ?? aScenario();
    const properties = [
      fc.property(scenarios, (scenario) => holdOnGood(strategy, scenario)),
      fc.property(scenarios, fc.constantFrom(...SPOILERS), (scenario, spoil) =>
        holdOnBad(strategy, scenario, spoil),
      ),
      fc.property(scenarios, fc.constantFrom(...RESPOND_SPOILERS), (scenario, spoil) =>
        holdOnBadEvents(strategy, scenario, spoil),
      ),
      fc.property(fc.array(fc.anything(), { minLength: 5, maxLength: 5 }), ([a, b, c, d, e]) => {
        strategy(...([a, b, c, d] as Parameters<Strategy>));
        strategy.respond(...([a, b, c, d, e] as Parameters<Strategy["respond"]>));
        strategy.candidates(...([a, b, c, d] as Parameters<Strategy["candidates"]>));
      }),
    ];
    for (const property of properties) tryOut(about, property as fc.IRawProperty<unknown>, trial);
  },
};
