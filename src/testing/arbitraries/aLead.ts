import fc from "fast-check";
import { remember } from "../../internal/remember.js";
import type { RepId } from "../../model/id.js";
import type { Lead } from "../../model/lead.js";

/** Few moments, so that many collide. */
export const anInstant = (): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(1_767_225_600_000, 8_640_000_000_000_000));

export const aRegion = (): fc.Arbitrary<string> =>
  fc.constantFrom("US", "US-CA", "us/ca/oakland", "us/ny", "EMEA", "EMEA/Nordics", "", " - ");

export const aLanguage = (): fc.Arbitrary<string> =>
  fc.constantFrom("en", "en-GB", "EN_gb", "de", "sv", "SV-FI", "zh-Hant", "");

/** Skills with small levels; one is named like a prototype. */
export const skillLevels = (): fc.Arbitrary<Readonly<Record<string, number>>> =>
  fc.dictionary(fc.constantFrom("crm", "sql", "constructor"), fc.integer({ min: 0, max: 3 }), { maxKeys: 2 });

/** A record whose fields are mostly absent, and never `undefined`: what is asked for on both sides seldom fits. */
export const sparse = <A extends object>(
  fields: {
    readonly [K in keyof A]-?: fc.Arbitrary<A[K]>;
  },
): fc.Arbitrary<Partial<A>> => {
  const keys = Object.keys(fields) as (keyof A)[];
  const absent = { weight: 3, arbitrary: fc.constant(undefined) };
  const maybe = keys.map((key) => fc.oneof(absent, { weight: 1, arbitrary: fields[key] }));
  return fc.tuple(...maybe).map((values) => {
    const record: Partial<A> = {};
    for (const [i, key] of keys.entries())
      if (values[i] !== undefined) record[key] = values[i] as A[typeof key];
    return record;
  });
};

/** Made once for a list of ids: most of the time of a property would go into making it again. */
const anyLead = remember((repIds: readonly RepId[]) =>
  fc.tuple(
    anInstant(),
    sparse<Omit<Lead, "id" | "receivedAtMs">>({
      region: aRegion(),
      languages: fc.array(aLanguage(), { maxLength: 3 }),
      timeZone: fc.constantFrom("Europe/Stockholm", "America/New_York"),
      needs: skillLevels(),
      score: fc.constantFrom(0, 0.25, 1),
      temperature: fc.constantFrom("cold", "warm", "hot"),
      value: fc.integer({ min: 0, max: 1_000_000 }),
      complexity: fc.integer({ min: 0, max: 3 }),
      effort: fc.constantFrom(0, 1, 2, 2, 3),
      industry: fc.constantFrom("retail", "health", " "),
      source: fc.constantFrom("web", "event"),
      channel: fc.constantFrom("phone", "mail"),
      segment: fc.constantFrom("smb", "enterprise"),
      account: fc.constantFrom("acme", "__proto__", " "),
      email: fc.constantFrom("ann@acme.example", "Ann@ACME.example ", "@", ""),
      household: fc.constantFrom("h1", ""),
      ownerId: repIds.length === 0 ? fc.constant("gone") : fc.constantFrom(...repIds, "gone"),
      excludedRepIds: fc.subarray([...repIds], { maxLength: Math.min(1, repIds.length) }),
      role: fc.constantFrom("sdr", "ae"),
      team: fc.constantFrom("north", "__proto__"),
      attributes: fc.constantFrom({}, { note: "x" }),
    }),
  ),
);

/**
 * A lead whose fields are known or not, some of them owned by one of these reps.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { aLead } from "fairlead/testing";
 * fc.sample(aLead("l1", ["ann"]), { seed: 1, numRuns: 2 }).map(({ id }) => id); // => ["l1", "l1"]
 * ```
 *
 * @since 0.1.0
 */
export const aLead = (id: string, repIds: readonly RepId[]): fc.Arbitrary<Lead> =>
  anyLead(repIds).map(([receivedAtMs, rest]): Lead => ({ id, receivedAtMs, ...rest }));
