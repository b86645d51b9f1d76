import type { Either } from "fp-ts/lib/Either.js";
import {
  type Decision,
  type Lead,
  type LeadEvent,
  type LeadId,
  matchKeys,
  type Outcome,
  ownerAmong,
  type Problems,
  type Roster,
  type Strategy,
} from "../../src/index.js";
import type { Read } from "../../src/testing/index.js";
import type { MatchingRead, MatchingStore } from "./matchingStore.js";

/** What comes back: the outcome that is now kept, or the faults of what came in, of which nothing is kept. */
export type Answer = Either<Problems, Outcome>;

/** Where leads and events come in. Each of them may come twice. */
export interface Desk {
  readonly intake: (lead: Lead) => Promise<Answer>;
  /** With `atRevision` the event is for the lead as it stood then: it is refused once the lead has moved on. */
  readonly handle: (leadId: LeadId, event: LeadEvent, atRevision?: number) => Promise<Answer>;
}

/** By what a lead is known as a customer's. */
export const keysOf = (lead: Lead): readonly string[] => matchKeys(lead, ["email", "domain", "account"]);

/** The lead with the rep who has the customer's others; an owner whom the lead itself names stays. */
const withOwner = (lead: Lead, others: readonly Decision[]): Lead => {
  const ownerId = lead.ownerId ?? ownerAmong(others);
  return ownerId === undefined ? lead : { ...lead, ownerId };
};

const movedOn = ({ state }: Read, decision: Outcome["decision"]): Answer => ({
  _tag: "Right",
  right: { decision, state, effects: [], refusal: { rule: "desk", reason: "the lead has moved on" } },
});

const unknownLead = (): Answer => ({
  _tag: "Left",
  left: [{ path: ["leadId"], message: "is not a lead that came in" }],
});

/** A strategy behind a store. */
export const deskOf = (store: MatchingStore, strategy: Strategy, rosterNow: () => Roster): Desk => {
  const transact = async (
    leadId: LeadId,
    answer: (read: MatchingRead) => readonly [Lead | undefined, Answer],
    keys?: readonly string[],
  ): Promise<Answer> => {
    let last = unknownLead();
    const change: Parameters<MatchingStore["transact"]>[1] = (read) => {
      const [lead, result] = answer(read);
      last = result;
      if (lead === undefined || result._tag === "Left") return undefined;
      const { decision, state, effects } = result.right;
      const isNews = decision !== read.stored?.decision || state.version !== read.state.version;
      return isNews ? { lead, decision, state, effects } : undefined;
    };
    await store.transact(leadId, change, keys);
    return last;
  };

  return {
    intake: (lead) => {
      const roster = rosterNow();
      const answer = ({ state, stored, matches }: MatchingRead): readonly [Lead, Answer] => {
        const known = withOwner(lead, matches);
        return [known, strategy(known, roster, state, { earlier: stored?.decision })];
      };
      return transact(lead.id, answer, keysOf(lead));
    },
    handle: (leadId, event, atRevision) => {
      const roster = rosterNow();
      return transact(leadId, (read) => {
        const { state, stored } = read;
        if (stored === undefined) return [undefined, unknownLead()];
        const { lead, decision } = stored;
        // One that was answered already, by a commit whose answer was lost, is answered again.
        const isInTime = atRevision === undefined || atRevision === decision.revision;
        return isInTime || decision.eventIds.includes(event.id)
          ? [lead, strategy.respond(lead, decision, event, roster, state)]
          : [lead, movedOn(read, decision)];
      });
    },
  };
};
