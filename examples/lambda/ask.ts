import {
  type Decision,
  type Lead,
  type LeadEvent,
  type LeadId,
  type Outcome,
  unwrap,
} from "../../src/index.js";
import type { Read, Store, Write } from "../../src/testing/index.js";
import type { Desk } from "./desk.js";

/** What is to be kept of an outcome: nothing, when nothing changed. */
const writeOf = (read: Read, lead: Lead, { decision, state, effects }: Outcome): Write | undefined =>
  decision === read.stored?.decision && state === read.state ? undefined : { lead, decision, state, effects };

/** Keeps what the answer says, and hands on the answer of the last try, which is the one that was kept. */
const ask = async <A extends { readonly write?: Write | undefined }>(
  store: Store,
  leadId: LeadId,
  answer: (read: Read) => A,
): Promise<A> => {
  const answers: A[] = [];
  await store.transact(leadId, (read) => {
    const said = answer(read);
    answers.push(said);
    return said.write;
  });
  const [last] = answers.slice(-1);
  if (last === undefined) throw new Error("the store never asked");
  return last;
};

/**
 * Who gets the lead. One that was decided before keeps what it has: `earlier` is then the answer. What was checked at
 * the border and is refused all the same is a fault of ours, roster or state, so it is thrown.
 */
export const intake = async ({ store, strategy, roster }: Desk, lead: Lead): Promise<Outcome> => {
  const { outcome } = await ask(store, lead.id, (read) => {
    const outcome = unwrap(strategy(lead, roster, read.state, { earlier: read.stored?.decision }));
    return { outcome, write: writeOf(read, lead, outcome) };
  });
  return outcome;
};

/**
 * What an event does to a lead; `eventOf` makes it of where the lead stands. `undefined`: no such lead, or no event. With
 * `now`, the lead has changed, and is kept so if the event is answered.
 */
export const respond = async (
  { store, strategy, roster }: Desk,
  leadId: LeadId,
  eventOf: (decision: Decision) => LeadEvent | undefined,
  now?: Lead,
): Promise<Outcome | undefined> => {
  const { outcome } = await ask<{ outcome?: Outcome; write?: Write | undefined }>(store, leadId, (read) => {
    const event = read.stored && eventOf(read.stored.decision);
    if (read.stored === undefined || event === undefined) return {};
    const { decision } = read.stored;
    const lead = now ?? read.stored.lead;
    const outcome = unwrap(strategy.respond(lead, decision, event, roster, read.state));
    return { outcome, write: writeOf(read, lead, outcome) };
  });
  return outcome;
};
