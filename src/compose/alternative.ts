import { id } from "../check/shape.js";
import { demand } from "../internal/demand.js";
import type { Strategy } from "../model/strategy.js";

/**
 * A strategy under the name by which a decision's `path` calls it.
 *
 * @since 0.1.0
 */
export interface Alternative {
  /** Any text without U+0000 and without lone surrogates. Stored with each decision, so keep it when you can. */
  readonly name: string;
  readonly strategy: Strategy;
}

const isStrategy = (strategy: Strategy | undefined): boolean =>
  typeof strategy === "function" &&
  typeof strategy.respond === "function" &&
  typeof strategy.candidates === "function" &&
  typeof strategy.fingerprint === "string";

/** Refuses alternatives that cannot be told apart, or are none. */
export const checkAlternatives = (combinator: string, alternatives: readonly Alternative[]): void => {
  demand(alternatives.length > 0, `${combinator}: needs at least one alternative`);
  const names = new Set<string>();
  for (const given of alternatives) {
    const { name, strategy }: Partial<Alternative> = Object(given);
    const called = JSON.stringify(name);
    demand(
      typeof given === "object" && given !== null,
      `${combinator}: an alternative must be { name, strategy }`,
    );
    demand(id(name).length === 0, `${combinator}: a name must be text without U+0000 or lone surrogates`);
    demand(isStrategy(strategy), `${combinator}: ${called} has no strategy (was it composed?)`);
    demand(!names.has(name as string), `${combinator}: two alternatives are called ${called}`);
    names.add(name as string);
  }
};
