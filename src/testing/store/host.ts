import { quoted } from "../../internal/quoted.js";
import type { LeadEvent } from "../../model/event.js";
import type { LeadId } from "../../model/id.js";
import type { Lead } from "../../model/lead.js";
import type { Outcome } from "../../model/outcome.js";
import type { Roster } from "../../model/roster.js";
import type { Strategy } from "../../model/strategy.js";
import { unwrap } from "../../model/unwrap.js";
import { insist } from "../laws/law.js";
import type { Read, Store, Write } from "./store.js";

/** What a read came to. */
interface Answer {
  readonly read: Read;
  readonly outcome: Outcome;
  /** Absent: nothing changed, so there is nothing to keep. */
  readonly write: Write | undefined;
}

/** Those who use a store: they take leads in, answer events, and remember what was kept. */
export interface Host {
  readonly intake: (lead: Lead) => Promise<Answer>;
  readonly handle: (leadId: LeadId, event: LeadEvent) => Promise<Answer>;
  /** Every answer that was made, in order, also those that a conflict undid. */
  readonly asked: readonly Answer[];
  /** What each transaction kept, in the order in which they ended. */
  readonly writes: readonly Write[];
}

const writeOf = (lead: Lead, read: Read, { decision, state, effects }: Outcome): Write | undefined =>
  decision === read.stored?.decision && state.version === read.state.version
    ? undefined
    : { lead, decision, state, effects };

/** A host as the guide has it: the earlier decision goes with a lead, and what changed nothing is not kept. */
export const hostOf = (store: Store, strategy: Strategy, roster: Roster): Host => {
  const asked: Answer[] = [];
  const writes: Write[] = [];

  const transact = async (
    leadId: LeadId,
    answer: (read: Read) => { readonly lead: Lead; readonly outcome: Outcome },
  ): Promise<Answer> => {
    let last: Answer | undefined;
    await store.transact(leadId, (read) => {
      const { lead, outcome } = answer(read);
      last = { read, outcome, write: writeOf(lead, read, outcome) };
      asked.push(last);
      return last.write;
    });
    insist(last !== undefined, "a transaction ended without asking what to keep");
    const final = last as unknown as Answer;
    if (final.write !== undefined) writes.push(final.write);
    return final;
  };

  return {
    asked,
    writes,
    intake: (lead) =>
      transact(lead.id, ({ state, stored }) => ({
        lead,
        outcome: unwrap(strategy(lead, roster, state, { earlier: stored?.decision })),
      })),
    handle: (leadId, event) =>
      transact(leadId, ({ state, stored }) => {
        if (stored === undefined) throw new Error(`lead ${quoted(leadId)} was kept and is not there`);
        const { lead, decision } = stored;
        return { lead, outcome: unwrap(strategy.respond(lead, decision, event, roster, state)) };
      }),
  };
};
