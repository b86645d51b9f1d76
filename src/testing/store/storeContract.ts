import { decidesOnce } from "./laws/decidesOnce.js";
import { givesBackWhatItKeeps } from "./laws/givesBackWhatItKeeps.js";
import { hasOneOwner } from "./laws/hasOneOwner.js";
import { keepsAnyText } from "./laws/keepsAnyText.js";
import { keepsDecisionsAlone } from "./laws/keepsDecisionsAlone.js";
import { keepsEffectsOnce } from "./laws/keepsEffectsOnce.js";
import { keepsNothingUnasked } from "./laws/keepsNothingUnasked.js";
import { losesNoUpdate } from "./laws/losesNoUpdate.js";
import { readsOneMoment } from "./laws/readsOneMoment.js";
import { startsWithWhatItIsGiven } from "./laws/startsWithWhatItIsGiven.js";
import { throwsOn } from "./laws/throwsOn.js";
import type { StoreLaw } from "./storeLaw.js";

/**
 * What a {@link Store} must keep, so that the laws of a strategy hold behind it.
 *
 * @remarks
 * - **How:** real strategies, some 350 transactions, up to 24 of them side by side; nothing is drawn by chance and no
 *   clock is read. What is found depends on how the store's own waiting falls, so a law that is green says
 *   that this run found nothing; run it against the real database.
 * - **Errors:** `check` rejects with an `Error` that names the law and says how it was broken.
 * - **Not checked:** what a crash leaves behind, since only the store's own tests can bring one about.
 *
 * @example
 * ```ts
 * const inMemory = async (first: State): Promise<Store> => {
 *   const leads = new Map<string, StoredLead>();
 *   const effects = new Map<string, Effect>();
 *   let state = first;
 *   return {
 *     // Nobody comes in between, since nothing is waited for.
 *     transact: async (leadId, change) => {
 *       const stored = leads.get(leadId);
 *       const write = change({ state, ...(stored === undefined ? {} : { stored }) });
 *       if (write === undefined) return;
 *       state = write.state;
 *       leads.set(leadId, { lead: write.lead, decision: write.decision });
 *       for (const effect of write.effects) effects.set(effect.id, effect);
 *     },
 *     everything: async () => ({ state, leads: [...leads.values()], effects: [...effects.values()] }),
 *   };
 * };
 * for (const law of storeContract) await law.check(inMemory);
 * storeContract.length; // => 11
 * ```
 *
 * @since 0.1.0
 */
export const storeContract: readonly StoreLaw[] = [
  startsWithWhatItIsGiven,
  givesBackWhatItKeeps,
  keepsAnyText,
  keepsNothingUnasked,
  throwsOn,
  losesNoUpdate,
  decidesOnce,
  hasOneOwner,
  keepsDecisionsAlone,
  readsOneMoment,
  keepsEffectsOnce,
];
