import type { Scenario } from "../arbitraries/aScenario.js";
import { bytes } from "../json.js";
import { play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const frozen = <A>(value: A): A => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const item of Object.values(value)) frozen(item);
  return value;
};

const refuse = (): never => {
  throw new Error("read a clock or drew a chance");
};

/** `new Date()` and `Date()` tell the time; `new Date(0)` does not. */
const stoppedDate = new Proxy(Date, {
  construct: (target, args) => (args.length === 0 ? refuse() : Reflect.construct(target, args)),
  apply: refuse,
  get: (target, key, receiver) => (key === "now" ? refuse : Reflect.get(target, key, receiver)),
});

type Place = readonly [holder: Record<string, unknown> | undefined, name: string, stopped: unknown];

const global = globalThis as unknown as Record<string, Record<string, unknown> | undefined>;

const places = (): readonly Place[] => [
  [global, "Date", stoppedDate],
  [global["Math"], "random", refuse],
  [global["performance"], "now", refuse],
  [global["crypto"], "getRandomValues", refuse],
  [global["crypto"], "randomUUID", refuse],
];

/** Runs with the clocks and generators of the platform out of order, and puts them back. */
const withoutClockAndChance = <A>(run: () => A): A => {
  const before = places().map(([holder, name]) => holder?.[name]);
  const set = (values: readonly unknown[]): void =>
    places().forEach(([holder, name], i) => {
      if (holder !== undefined)
        Object.defineProperty(holder, name, { value: values[i], writable: true, configurable: true });
    });
  set(places().map(([, , stopped]) => stopped));
  try {
    return run();
  } finally {
    set(before);
  }
};

/**
 * Deep-frozen inputs work, no clock is read and no chance drawn, and the same call gives the same bytes.
 *
 * @since 0.1.0
 */
export const pure = lawOfScenarios(
  "pure",
  "Deep-frozen inputs work. No clock, no chance. The same call gives the same bytes.",
  (strategy, scenario: Scenario) => {
    const fresh = (): Scenario => JSON.parse(JSON.stringify(scenario));
    const plain = bytes(play(strategy, fresh()));
    const carrier = { state: frozen, decision: frozen };
    const again = bytes(withoutClockAndChance(() => play(strategy, frozen(fresh()), carrier)));
    insist(plain === again, "frozen input, or a stopped clock, changed an answer");
    insist(plain === bytes(play(strategy, scenario)), "the same calls gave other bytes");
  },
);
