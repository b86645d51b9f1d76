import { demand } from "../../../internal/demand.js";
import { quoted } from "../../../internal/quoted.js";
import type { Rep } from "../../../model/rep.js";

/**
 * Groups of reps by a rule of your own, for {@link nested}.
 *
 * @since 0.1.0
 */
export interface OwnGroups {
  readonly name: string;
  readonly version: string | number;
  /** The names of the rep's groups, each once; nobody's where there is none. */
  readonly groupsOf: (rep: Rep) => readonly string[];
}

/**
 * Says by a rule of your own to which group a rep belongs, for {@link nested}.
 *
 * The rule gives one name, a list of them, or nothing; it must be pure. Name and version stand for it in the
 * strategy's fingerprint and the name in the names of the accounts: give it a new version when you change what it
 * does, and a new name when its groups are others.
 *
 * @remarks **Errors:** a `RangeError` when the name is empty or an argument is missing; a problem that names the
 * selector when the rule throws or gives anything else.
 *
 * @example
 * ```ts
 * const pods = ownGroups("pod", 1, ({ attributes }) => attributes?.["pod"] === undefined ? undefined : String(attributes["pod"]));
 * const strategy = compose({ ledger: "desk", filters: [], selector: nested(pods) });
 * const roster = { reps: [{ id: "ann", attributes: { pod: 1 } }, { id: "bob", attributes: { pod: 1 } }, { id: "cyd", attributes: { pod: 2 } }] };
 * const first = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * const second = unwrap(strategy({ id: "l2", receivedAtMs: 0 }, roster, first.state));
 * [holderOf(first.decision), holderOf(second.decision)]; // => ["ann", "cyd"]
 * ```
 *
 * @since 0.1.0
 */
export const ownGroups = (
  name: string,
  version: string | number,
  groupOf: (rep: Rep) => string | readonly string[] | undefined,
): OwnGroups => {
  const isNamed = typeof name === "string" && name !== "";
  const isVersioned = typeof version === "string" || Number.isFinite(version);
  demand(
    isNamed && isVersioned && typeof groupOf === "function",
    "ownGroups: needs a name, a version and a rule",
  );
  return {
    name,
    version,
    groupsOf: (rep) => {
      const given: unknown = groupOf(rep);
      const names: unknown = given === undefined ? [] : typeof given === "string" ? [given] : given;
      if (!Array.isArray(names) || !names.every((each) => typeof each === "string"))
        throw new TypeError(
          `the groups ${quoted(name)} gave neither text nor a list of it for rep ${quoted(rep.id)}`,
        );
      return [...new Set<string>(names)];
    },
  };
};
