import type { RepStanding } from "../model/decision.js";
import type { Candidate } from "../model/selector.js";
import type { Account } from "./scene.js";

/** Where a rep stands, as decisions and explanations keep it: without an effort that its numbers say already. */
export const standingOf = (account: Account, candidate: Candidate): RepStanding => {
  const { openEffort, ...standing } = account.standing(candidate);
  const isPlain = openEffort === standing.openLeads + standing.openOffers;
  return { repId: candidate.id, ...standing, ...(isPlain ? {} : { openEffort }) };
};
