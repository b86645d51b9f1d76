import type { RepStanding } from "../model/decision.js";
import type { Candidate } from "../model/selector.js";
import type { Account } from "./scene.js";

/** Where a rep stands, as decisions and explanations keep it: without an effort that its numbers say already. */
export const standingOf = (account: Account, candidate: Candidate): RepStanding => {
  const { openLeads, openOffers, openEffort, credit } = account.standing(candidate);
  const standing = { repId: candidate.id, openLeads, openOffers, credit };
  return openEffort === openLeads + openOffers ? standing : { ...standing, openEffort };
};
