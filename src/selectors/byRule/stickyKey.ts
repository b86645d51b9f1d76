import { type MatchBy, matchKeys } from "../../identity/matchKeys.js";
import { demand } from "../../internal/demand.js";
import { shortened } from "../../internal/shortened.js";
import { textOf } from "../../internal/textOf.js";
import type { Json } from "../../model/json.js";
import type { Lead } from "../../model/lead.js";

/**
 * A key of your own for {@link sticky}: leads of one key go to one rep.
 *
 * @since 0.1.0
 */
export interface StickyKey {
  /** What such leads have in common, as a word for explanations: "customer". Part of the fingerprint. */
  readonly name: string;
  readonly version: string | number;
  /** Compared letter by letter; the lead has no key by `undefined` or an empty text. */
  readonly keyOf: (lead: Lead) => string | undefined;
}

/**
 * Which leads belong together: by one thing, by the first of several that the lead says, or by a key of your own.
 *
 * @since 0.1.0
 */
export type StickyBy = MatchBy | readonly MatchBy[] | StickyKey;

/** What leads have in common, by name, and the text of it; "" for a lead that has none. */
type KeyOf = (lead: Lead) => { readonly name: string; readonly key: string };

const KINDS: readonly unknown[] = ["email", "domain", "account", "household"];

const ownKey =
  ({ name, keyOf }: StickyKey): KeyOf =>
  (lead) => {
    const key: unknown = keyOf(lead);
    if (key === undefined) return { name, key: "" };
    if (typeof key === "string") return { name, key };
    throw new TypeError(`the key "${shortened(name)}" is ${textOf(key)}, which is no text`);
  };

const matchedKey =
  (by: readonly MatchBy[]): KeyOf =>
  (lead) => {
    for (const name of by) {
      const [key] = matchKeys(lead, [name]);
      if (key !== undefined) return { name, key };
    }
    return { name: "", key: "" };
  };

/** How the key of a lead is read, and what stands for it in the fingerprint. */
export const keyFrom = (by: StickyBy | undefined): { readonly keyOf: KeyOf; readonly literal: Json } => {
  if (typeof by === "object" && by !== null && "keyOf" in by) {
    const { name, version, keyOf }: StickyKey = by;
    const isNamed = typeof name === "string" && name !== "";
    const isVersioned = typeof version === "string" || Number.isFinite(version);
    demand(
      isNamed && isVersioned && typeof keyOf === "function",
      "sticky: a key of your own needs a name, a version and keyOf",
    );
    return { keyOf: ownKey(by), literal: { name, version } };
  }
  const kinds: readonly MatchBy[] = Array.isArray(by) ? by : [by as MatchBy];
  demand(
    kinds.length > 0 && kinds.every((kind) => KINDS.includes(kind)),
    'sticky: by must be "email", "domain", "account", "household", some of them, or a key of your own',
  );
  return { keyOf: matchedKey(kinds), literal: [...kinds] };
};
