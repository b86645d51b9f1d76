import type { Answer, Desk } from "../../../examples/postgres/desk.js";
import { type EpochMs, type LeadEvent, type LeadId, unwrap } from "../../../src/index.js";
import type { FloodStep } from "./steps.js";

/** An event as the desk heard it, and whether it was answered or refused. */
export interface Heard {
  readonly leadId: LeadId;
  readonly event: LeadEvent;
  readonly isGranted: boolean;
}

/** The desk, writing down every event and its answer. */
export const hearing = (desk: Desk, heard: Heard[]): Desk => ({
  ...desk,
  handle: async (leadId, event, atRevision) => {
    const answer = await desk.handle(leadId, event, atRevision);
    heard.push({ leadId, event, isGranted: unwrap(answer).refusal === undefined });
    return answer;
  },
});

/**
 * So many writers take one step after the other from the list, side by side. What is about a lead waits until it is
 * in, as it would in life. `afterStep` hears how many are done.
 */
export const pourIn = async (
  desk: Desk,
  wake: (nowMs: EpochMs) => Promise<unknown>,
  steps: readonly FloodStep[],
  writers: number,
  afterStep: (done: number) => Promise<void> = async () => {},
): Promise<void> => {
  const arrived = new Map<LeadId, Promise<Answer>>();
  const take = async (step: FloodStep): Promise<unknown> => {
    switch (step.type) {
      case "lead": {
        const answer = desk.intake(step.lead);
        if (!arrived.has(step.lead.id)) arrived.set(step.lead.id, answer);
        return answer;
      }
      case "event":
        await arrived.get(step.leadId);
        return desk.handle(step.leadId, step.event);
      case "answer": {
        const { lead, atMs, yes } = step;
        await arrived.get(lead.id);
        const { decision } = unwrap(await desk.intake(lead));
        if (decision.status !== "offered") return undefined;
        const repId = decision.offers[0]?.repId ?? "";
        const type = yes ? "accepted" : "declined";
        return desk.handle(lead.id, { id: `${step.id} at ${decision.revision}`, type, atMs, repId });
      }
      case "wake":
        return wake(step.atMs);
    }
  };
  let next = 0;
  let done = 0;
  const writer = async (): Promise<void> => {
    for (;;) {
      const step = steps[next];
      next += 1;
      if (step === undefined) return;
      await take(step);
      done += 1;
      await afterStep(done);
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
};
