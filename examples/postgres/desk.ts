import type { Either } from "fp-ts/lib/Either.js";
import type { Lead, LeadEvent, LeadId, Outcome, Problems, Roster, Strategy } from "../../src/index.js";
import type { Read, Store } from "../../src/testing/index.js";

/** What comes back: the outcome that is now kept, or the faults of what came in, of which nothing is kept. */
export type Answer = Either<Problems, Outcome>;

/** Where leads and events come in. Each of them may come twice. */
export interface Desk {
  readonly intake: (lead: Lead) => Promise<Answer>;
  /** With `atRevision` the event is for the lead as it stood then: it is refused once the lead has moved on. */
  readonly handle: (leadId: LeadId, event: LeadEvent, atRevision?: number) => Promise<Answer>;
}

const movedOn = ({ state }: Read, decision: Outcome["decision"]): Answer => ({
  _tag: "Right",
  right: { decision, state, effects: [], refusal: { rule: "desk", reason: "the lead has moved on" } },
});

const unknownLead = (): Answer => ({
  _tag: "Left",
  left: [{ path: ["leadId"], message: "is not a lead that came in" }],
});

/** A strategy behind a store. */
export const deskOf = (store: Store, strategy: Strategy, rosterNow: () => Roster): Desk => {
  const transact = async (
    leadId: LeadId,
    answer: (read: Read) => readonly [Lead | undefined, Answer],
  ): Promise<Answer> => {
    let last = unknownLead();
    await store.transact(leadId, (read) => {
      const [lead, result] = answer(read);
      last = result;
      if (lead === undefined || result._tag === "Left") return undefined;
      const { decision, state, effects } = result.right;
      const isNews = decision !== read.stored?.decision || state.version !== read.state.version;
      return isNews ? { lead, decision, state, effects } : undefined;
    });
    return last;
  };

  return {
    intake: (lead) => {
      const roster = rosterNow();
      return transact(lead.id, ({ state, stored }) => [
        lead,
        strategy(lead, roster, state, { earlier: stored?.decision }),
      ]);
    },
    handle: (leadId, event, atRevision) => {
      const roster = rosterNow();
      return transact(leadId, (read) => {
        const { state, stored } = read;
        if (stored === undefined) return [undefined, unknownLead()];
        const { lead, decision } = stored;
        return atRevision === undefined || atRevision === decision.revision
          ? [lead, strategy.respond(lead, decision, event, roster, state)]
          : [lead, movedOn(read, decision)];
      });
    },
  };
};
