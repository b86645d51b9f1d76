import type { Decision } from "../model/decision.js";
import type { Refusal } from "../model/delivery.js";
import type { RepId } from "../model/id.js";

const rule = (name: string, reason: string): Refusal => ({ rule: name, reason });

/** Every rule by which our deliveries refuse an event, and what each says. */
export const LEAD_CLOSED = rule("lead-closed", "the lead is closed");
export const LEAD_TAKEN = rule("lead-taken", "somebody else holds the lead");
export const HELD_ALREADY = rule("held-already", "the rep holds the lead already");
export const NOT_HELD = rule("not-held", "nobody holds the lead");
export const NOT_HOLDER = rule("not-holder", "the rep does not hold the lead");
export const WORKED_ALREADY = rule("worked-already", "first contact was made before");
export const NO_OFFER = rule("no-offer", "no offer of the lead to this rep is open");
export const OFFER_OVER = rule("offer-over", "the offer is over");
export const OFFER_NOT_BEGUN = rule("offer-not-begun", "the offer began later than the answer");
export const NOT_CLAIMABLE = rule("not-claimable", "the lead is in no pool");
export const CLAIM_OVER = rule("claim-over", "the time to claim the lead is over");
export const CLAIM_NOT_BEGUN = rule("claim-not-begun", "the lead came into the pool later than the claim");
export const NOT_TOLD = rule("not-told", "the lead is open to others");
export const GAVE_UP = rule("gave-up", "the rep gave the lead up before");
export const NO_SUCH_SEGMENT = rule("no-such-segment", "there is no segment of that name");
export const SEGMENT_EMPTY = rule("segment-empty", "nobody of the segment may have the lead");
export const NO_SEGMENTS = rule("no-segments", "leads are not opened to segments here");
export const NOT_WAITING = rule("not-waiting", "the lead waits for nothing");
export const NOT_DUE = rule("not-due", "the time is not over yet");
export const SETTLED = rule("settled", "the lead is where it stays, whatever becomes known of it");
export const HOLDER_FITS = rule("holder-fits", "the holder may still have the lead");
export const NOBODY_ELSE = rule("nobody-else", "nobody else may have the lead");
export const INTO_ITSELF = rule("into-itself", "a lead is no duplicate of itself");

/** What is said to a rep who answers an offer that it does not have open. */
export const withoutOffer = (decision: Decision, repId: RepId): Refusal => {
  if (decision.status === "assigned") return decision.repId === repId ? HELD_ALREADY : LEAD_TAKEN;
  return decision.tried?.includes(repId) ? OFFER_OVER : NO_OFFER;
};
