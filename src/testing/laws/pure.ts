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

/** Keeps what was asked for, so that it can be named even where the error was caught on its way. */
const refusing = (name: string, asked: Set<string>) => (): never => {
  asked.add(name);
  throw new Error(`read a clock or drew a chance: ${name}`);
};

/** `new Date()` and `Date()` tell the time; `new Date(0)` does not. */
const stoppedDate = (asked: Set<string>): DateConstructor => {
  const refuse = refusing("Date", asked);
  const now = refusing("Date.now", asked);
  return new Proxy(Date, {
    construct: (target, args) => (args.length === 0 ? refuse() : Reflect.construct(target, args)),
    apply: refuse,
    get: (target, key, receiver) => (key === "now" ? now : Reflect.get(target, key, receiver)),
  });
};

type Place = readonly [holder: Record<string, unknown> | undefined, name: string, stopped: unknown];

const global = globalThis as unknown as Record<string, Record<string, unknown> | undefined>;

const stopped = (holder: string, name: string, asked: Set<string>): Place => [
  global[holder],
  name,
  refusing(`${holder}.${name}`, asked),
];

const placesFor = (asked: Set<string>): readonly Place[] => [
  [global, "Date", stoppedDate(asked)],
  stopped("Math", "random", asked),
  stopped("performance", "now", asked),
  stopped("crypto", "getRandomValues", asked),
  stopped("crypto", "randomUUID", asked),
];

/** Runs with the clocks and generators of the platform out of order, and puts them back. */
const withoutClockAndChance = <A>(asked: Set<string>, run: () => A): A => {
  const places = placesFor(asked);
  const before = places.map(([holder, name]) => holder?.[name]);
  const set = (values: readonly unknown[]): void =>
    places.forEach(([holder, name], i) => {
      if (holder !== undefined)
        Object.defineProperty(holder, name, { value: values[i], writable: true, configurable: true });
    });
  set(places.map(([, , stand]) => stand));
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
    const asked = new Set<string>();
    const still = bytes(withoutClockAndChance(asked, () => play(strategy, fresh())));
    const names = [...asked].join(", ");
    insist(plain === still || names === "", `a clock or chance changed an answer: ${names} was asked`);
    insist(plain === still && plain === bytes(play(strategy, fresh())), "the same calls gave other bytes");
    const carrier = { state: frozen, decision: frozen };
    insist(plain === bytes(play(strategy, frozen(fresh()), carrier)), "frozen input changed an answer");
  },
);
