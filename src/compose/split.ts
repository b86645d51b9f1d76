import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { id } from "../check/shape.js";
import { demand } from "../internal/demand.js";
import { fnv1a, mixed } from "../internal/hash.js";
import type { Strategy } from "../model/strategy.js";
import type { Alternative } from "./alternative.js";
import { combine } from "./combine.js";

/**
 * One side of an experiment.
 *
 * @since 0.1.0
 */
export interface Arm extends Alternative {
  /** Its part of the leads, as a fraction of what all arms add up to. 0 takes no new leads. */
  readonly share: number;
}

/** Where a lead falls, from 0 to just below 1. A name holds no U+0000, so no two pairs read the same. */
const drawOf = (experiment: string, leadId: string): number =>
  mixed(fnv1a(`${experiment}\0${leadId}`)) / 2 ** 32;

/**
 * A named experiment: which strategy a lead goes to is settled by a hash of the experiment's name and the lead's id.
 *
 * The same lead always falls to the same arm, on every engine and without anything remembered; two experiments of
 * different names split independently of each other. Of two arms, moving a share from one to the other moves
 * that part of the leads and no more. Give each arm a ledger of its own, so that one does not pay the other's debts.
 *
 * @remarks
 * - **Units:** shares are fractions of their sum; 1 and 1 split in halves as 0.5 and 0.5 do.
 * - **Errors:** a `RangeError` when the name is empty, a share is negative or not finite, all shares are 0, or two arms have
 *   one name.
 * - **Promise:** over ids that differ, each arm gets its share of the leads, within what chance would allow.
 * - **Cost:** one walk over the id, and the strategy chosen.
 *
 * @see G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm", RFC 9923
 *
 * @example
 * ```ts
 * const strategy = split({
 *   name: "spring",
 *   arms: [
 *     { name: "even", share: 0.5, strategy: compose({ ledger: "even", filters: [], selector: rotation() }) },
 *     { name: "by weight", share: 0.5, strategy: compose({ ledger: "by weight", filters: [], selector: weighted() }) },
 *   ],
 * });
 * const arms = Array.from({ length: 1000 }, (_, i) => {
 *   const lead = { id: `lead-${i}`, receivedAtMs: 0 };
 *   return unwrap(strategy(lead, { reps: [{ id: "ann" }] }, emptyState({ seed: "s" }))).decision.path[0];
 * });
 * arms.filter((arm) => arm === "even").length; // => 487
 * ```
 *
 * @since 0.1.0
 */
export const split = (given: { readonly name: string; readonly arms: readonly Arm[] }): Strategy => {
  const { name, arms }: typeof given = Object(given);
  demand(id(name).length === 0 && name !== "", "split: needs a name, without U+0000 or lone surrogates");
  demand(Array.isArray(arms), "split: the arms must be a list");
  const all = arms.map((arm) => ({ ...arm }));
  if (!isNonEmpty(all)) throw new RangeError("split: needs at least one arm");
  const isShare = (share: unknown): boolean => Number.isFinite(share) && (share as number) >= 0;
  demand(
    all.every((arm) => isShare(Object(arm).share)),
    "split: a share must be a finite number, not negative",
  );
  const total = all.reduce((sum, { share }) => sum + share, 0);
  demand(total > 0 && Number.isFinite(total), "split: the shares must add up to more than 0");
  const armFor = (draw: number): Arm => {
    let upTo = 0;
    const open = all.filter(({ share }) => share > 0);
    const arm = open.find(({ share }) => {
      upTo += share;
      return draw * total < upTo;
    });
    return arm ?? open[open.length - 1] ?? all[0];
  };
  return combine({
    kind: "split",
    literals: [name, all.map(({ share }) => share)],
    alternatives: all,
    choose: ({ lead }) => [armFor(drawOf(name, lead.id))],
  });
};
