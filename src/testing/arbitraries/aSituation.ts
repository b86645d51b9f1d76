import fc from "fast-check";
import type { EpochMs } from "../../model/instant.js";
import type { Lead } from "../../model/lead.js";
import type { Rep } from "../../model/rep.js";
import type { Standing } from "../../model/standing.js";
import { resolvingFor } from "../../roster/resolving.js";
import { aLead, anInstant } from "./aLead.js";
import { anId } from "./anId.js";
import { aRoster } from "./aRoster.js";

/**
 * What a filter may be asked: about each rep of a roster, for several leads in turn.
 *
 * @since 0.1.0
 */
export interface Situation {
  readonly reps: readonly Rep[];
  /** One for each rep. */
  readonly standings: readonly Standing[];
  readonly asked: readonly { readonly lead: Lead; readonly nowMs: EpochMs }[];
}

/** More than 32 reps by many of a kind, so that a set of places needs several words. */
const manyOfAKind = (reps: readonly Rep[], copies: number): readonly Rep[] => {
  const all = new Map(reps.map((rep) => [rep.id, rep]));
  for (let copy = 1; copy <= copies; copy += 1)
    for (const rep of reps) all.set(`${copy}:${rep.id}`, { ...rep, id: `${copy}:${rep.id}` });
  return [...all.values()];
};

const aStanding = (): fc.Arbitrary<Standing> =>
  fc.record({
    openLeads: fc.nat({ max: 3 }),
    openOffers: fc.nat({ max: 2 }),
    openEffort: fc.nat({ max: 4 }),
    credit: fc.constantFrom(-1, 0, 1),
  });

/**
 * Rosters of nobody, of one and of many, with odd ids in any order, and a few leads that know little, at moments
 * that collide with times off.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { aSituation } from "fairlead/testing";
 * fc.sample(aSituation(), { seed: 1, numRuns: 50 }).some(({ reps }) => reps.length > 32); // => true
 * ```
 *
 * @since 0.1.0
 */
export const aSituation = (): fc.Arbitrary<Situation> =>
  fc
    .uniqueArray(anId(), { maxLength: 6 })
    .chain((ids) => fc.tuple(fc.constant(ids), aRoster(ids), fc.constantFrom(0, 0, 0, 11)))
    .chain(([ids, { reps, schedules }, copies]) => {
      const all = manyOfAKind(reps.map(resolvingFor(schedules)), copies);
      return fc.record({
        reps: fc.constant(all),
        standings: fc.array(aStanding(), { minLength: all.length, maxLength: all.length }),
        asked: fc.array(fc.record({ lead: aLead("lead", ids), nowMs: anInstant() }), {
          minLength: 1,
          maxLength: 4,
        }),
      });
    });
