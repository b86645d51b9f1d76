import fc from "fast-check";
import type { RepId } from "../../model/id.js";
import type { Rep } from "../../model/rep.js";
import { aLanguage, anInstant, aRegion, skillLevels, sparse } from "./aLead.js";
import { someLimits, someQuotas } from "./aLimit.js";
import { anId } from "./anId.js";
import { aPerformance } from "./aPerformance.js";
import { aSchedule } from "./aSchedule.js";

/** Weights with awkward divisors, 0 often among them. */
export const aWeight = (): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constantFrom(0, 0, 0.001, 0.29, 0.5, 1, 1, 1.001, 2, 4.35, 7, 120, 10_000),
    fc.integer({ min: 1, max: 50 }),
  );

/** Made once: most of the time of a property would go into making it again. */
const anyRep = sparse<Omit<Rep, "id" | "openLeads" | "openEffort">>({
  name: fc.constantFrom("Ann", "Bob"),
  active: fc.constantFrom(true, true, true, false),
  presence: fc.constantFrom("online", "online", "away", "offline"),
  regions: fc.array(aRegion(), { maxLength: 2 }),
  languages: fc.array(aLanguage(), { maxLength: 2 }),
  skills: skillLevels(),
  experience: fc.integer({ min: 0, max: 3 }),
  role: fc.constantFrom("sdr", "ae"),
  teams: fc.array(fc.constantFrom("north", "__proto__"), { maxLength: 2 }),
  industries: fc.array(fc.constantFrom("retail", "health"), { maxLength: 2 }),
  sources: fc.array(fc.constantFrom("web", "event"), { maxLength: 2 }),
  channels: fc.array(fc.constantFrom("phone", "mail"), { maxLength: 2 }),
  segments: fc.array(fc.constantFrom("smb", "enterprise"), { maxLength: 2 }),
  excludedAccounts: fc.array(fc.constantFrom("acme", "__proto__", " "), { maxLength: 2 }),
  weight: aWeight(),
  weights: fc.dictionary(fc.constantFrom("US", "us/ca", "EMEA", "smb", "constructor"), aWeight(), {
    maxKeys: 2,
  }),
  capacity: fc.integer({ min: 0, max: 3 }),
  schedule: aSchedule(),
  timeOff: fc.array(
    fc.tuple(anInstant(), anInstant()).map(([fromMs, toMs]) => ({ fromMs, toMs })),
    { maxLength: 2 },
  ),
  limits: someLimits(),
  quotas: someQuotas(),
  tier: fc.integer({ min: 1, max: 3 }),
  performance: aPerformance(),
  joinedAtMs: anInstant(),
  attributes: fc.constantFrom({}, { note: "x" }),
  substitutes: fc.array(fc.oneof(anId(), fc.constant("gone")), { maxLength: 2 }),
});

/**
 * A rep who may be away, full, weightless, or know next to nothing.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { aRep } from "fairlead/testing";
 * fc.sample(aRep("ann"), { seed: 1, numRuns: 2 }).map(({ id }) => id); // => ["ann", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const aRep = (id: RepId): fc.Arbitrary<Rep> => anyRep.map((rest): Rep => ({ id, ...rest }));
