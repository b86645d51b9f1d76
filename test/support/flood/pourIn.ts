import type { Answer, Desk } from "../../../examples/postgres/desk.js";
import type { LeadId } from "../../../src/index.js";
import type { FloodStep } from "./steps.js";

/** A step and how it was answered. */
export interface Poured {
  readonly step: FloodStep;
  readonly answer: Answer;
}

/**
 * So many writers take one step after the other from the list, side by side. An event waits until its lead is in, as
 * it would in life. `afterStep` hears how many are done.
 */
export const pourIn = async (
  desk: Desk,
  steps: readonly FloodStep[],
  writers: number,
  afterStep: (done: number) => Promise<void> = async () => {},
): Promise<readonly Poured[]> => {
  const poured: Poured[] = [];
  const arrived = new Map<LeadId, Promise<Answer>>();
  const answerTo = async (step: FloodStep): Promise<Answer> => {
    if (step.type === "event") {
      await arrived.get(step.leadId);
      return desk.handle(step.leadId, step.event);
    }
    const answer = desk.intake(step.lead);
    if (!arrived.has(step.lead.id)) arrived.set(step.lead.id, answer);
    return answer;
  };
  let next = 0;
  const writer = async (): Promise<void> => {
    for (;;) {
      const step = steps[next];
      next += 1;
      if (step === undefined) return;
      poured.push({ step, answer: await answerTo(step) });
      await afterStep(poured.length);
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return poured;
};
