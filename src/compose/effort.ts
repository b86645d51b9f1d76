import type { Offer } from "../model/decision.js";
import type { Lead } from "../model/lead.js";
import type { Scene } from "./scene.js";

/** What a lead weighs, as a place keeps it: nothing where it is 1. */
export const effortOf = ({ effort }: Pick<Lead, "effort">): Pick<Offer, "effort"> =>
  effort === undefined || effort === 1 ? {} : { effort };

const isSame = (a: Offer | undefined, b: Offer): a is Offer =>
  a !== undefined && a.sinceMs === b.sinceMs && a.untilMs === b.untilMs && a.round === b.round;

/** An offer that was open before keeps what it weighs; one that is made now weighs what the lead does. */
export const weighed = ({ before, lead }: Scene, offers: readonly Offer[]): readonly Offer[] => {
  const fresh = effortOf(lead);
  const open = new Map(before?.status === "offered" ? before.offers.map((each) => [each.repId, each]) : []);
  return offers.map((offer) => {
    const kept = open.get(offer.repId);
    return { ...offer, ...(isSame(kept, offer) ? effortOf(kept) : fresh) };
  });
};
