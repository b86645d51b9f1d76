import type { RepId } from "../../../src/index.js";
import type { Fairness } from "../../../src/measure/fairness.js";
import { fairnessOf } from "../../../src/measure/fairnessOf.js";
import { jain } from "../../../src/measure/jain.js";
import { countsOf, jainByChance } from "../spread.js";
import { isMostlyInWindow, mondayOf } from "./calendar.js";
import type { Dealt } from "./replay.js";

/** The same tickets with the same eligible sets, dealt by rotation and as they really went. */
export interface Comparison {
  readonly rotation: Fairness;
  /** Whoever really got a ticket without being eligible got it without a share. */
  readonly history: Fairness;
  /** Only the tickets that really went to somebody eligible. */
  readonly historyAmongEligible: Fairness;
}

const hasCandidates = ({ candidates }: Dealt): boolean => candidates.length > 0;

const wentToCandidate = ({ candidates, ticket }: Dealt): boolean =>
  candidates.some(({ id }) => id === ticket.firstAssignee);

const byRotation = ({ candidates, repId }: Dealt) => ({ candidates, repId });

const asItWent = ({ candidates, ticket }: Dealt) => ({ candidates, repId: ticket.firstAssignee });

/** Compares over the tickets for which anybody was eligible. */
export const compare = (dealt: readonly Dealt[]): Comparison => {
  const comparable = dealt.filter(hasCandidates);
  return {
    rotation: fairnessOf(comparable.map(byRotation)),
    history: fairnessOf(comparable.map(asItWent)),
    historyAmongEligible: fairnessOf(comparable.filter(wentToCandidate).map(asItWent)),
  };
};

export interface Week {
  readonly mondayMs: number;
  /** Whether most of its working days lie in the window. */
  readonly isWhole: boolean;
  readonly tickets: number;
  /** Jain's index of leads over fair share, among everybody eligible in the week. */
  readonly rotation: number | null;
  readonly history: number | null;
  /** The same among those whose fair share of the week is at least one lead: a part of a lead cannot be given. */
  readonly rotationFromOneLead: number | null;
  readonly historyFromOneLead: number | null;
  /** Jain's index of bare counts among the people who got a ticket, and what chance would give. */
  readonly counts: number | null;
  readonly countsByChance: number;
}

const jainFromOneLead = ({ reps }: Fairness): number | null =>
  jain(reps.filter(({ share }) => share >= 1).map(({ leads, share }) => leads / share));

const weekOf = (mondayMs: number, dealt: readonly Dealt[]): Week => {
  const { rotation, history } = compare(dealt);
  const takers: readonly (RepId | undefined)[] = dealt.map(({ ticket }) => ticket.firstAssignee);
  const counts = countsOf(takers);
  const taken = takers.filter((repId) => repId !== undefined).length;
  return {
    mondayMs,
    isWhole: isMostlyInWindow(mondayMs),
    tickets: dealt.length,
    rotation: rotation.jain,
    history: history.jain,
    rotationFromOneLead: jainFromOneLead(rotation),
    historyFromOneLead: jainFromOneLead(history),
    counts: jain(counts),
    countsByChance: jainByChance(taken, counts.length),
  };
};

/** Each calendar week by itself, by the opening of its tickets; Monday is the first day. */
export const byWeek = (dealt: readonly Dealt[]): readonly Week[] => {
  const weeks = new Map<number, Dealt[]>();
  for (const one of dealt) {
    const monday = mondayOf(one.ticket.openedAtMs);
    const known = weeks.get(monday);
    if (known) known.push(one);
    else weeks.set(monday, [one]);
  }
  return [...weeks].map(([monday, all]) => weekOf(monday, all));
};
