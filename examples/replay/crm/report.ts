import { figure, index } from "../table.js";
import { DAY_MS, dateOf, type Span } from "./calendar.js";
import { standardErrors, type Won } from "./control.js";
import { agentsTable, outcomesTable, streamTable } from "./dataTables.js";
import { armsTable, deskTable, fairnessTable, skillTable } from "./dealtTables.js";
import { LEVEL_NEEDED } from "./leads.js";
import type { Result, Study } from "./study.js";

const fromTo = ({ fromMs, toMs }: Span): string => `${dateOf(fromMs)} to ${dateOf(toMs - DAY_MS)}`;

const apart = (one: Won, other: Won): string =>
  `${figure(Math.abs(standardErrors(one, other)), 1)} standard errors apart (up to 2 is what chance gives)`;

const control = ({ control: { skilled, unskilled } }: Study): string =>
  [
    `Of the second half's deals that ended, agents with the skill won ${index(skilled.rate)} of ${figure(skilled.closed)} in history,`,
    `agents without it ${index(unskilled.rate)} of ${figure(unskilled.closed)}: ${apart(skilled, unskilled)}.`,
  ].join("\n");

const arms = ({ arms: [one, other] }: Study): string =>
  one === undefined || other === undefined
    ? "one arm only"
    : `In history the leads of the two arms were won at rates ${apart(one.won, other.won)}.`;

const fairness = (weeks: number): string =>
  [
    "largest lag, drought, Jain: each lead is shared by its candidates, in history by everybody; counts: Jain of the",
    `bare counts; weekly: medians over ${weeks} whole weeks, March to October; by chance: leads dealt blindly`,
  ].join("\n");

const DESKS = [
  "open: leads of a rep in the evening; value: thousand USD per rep, as the deals ended with whoever had them in",
  "history (nobody knows what another would have won); to skilled: leads that went to a rep with the skill",
].join("\n");

const weeksIn = ([first]: readonly Result[]): number => first?.measured.weeks ?? 0;

/** The study as text: the data first, the comparison last, where a terminal stops. */
export const report = (study: Study): string => {
  const { span, halves, roster, wonInFirstHalf, arriving, carried, secondHalf } = study;
  const [first, second] = halves;
  return [
    streamTable(study),
    agentsTable(study),
    outcomesTable(study),
    `THE WHOLE STREAM, ${fromTo(span)}, among ${roster.reps.length} reps\n${fairness(weeksIn(study.whole))}`,
    fairnessTable([...study.whole, study.firstHalf].map(({ measured }) => measured)),
    `WHAT THE FIRST HALF TAUGHT, ${fromTo(first)}: ${figure(wonInFirstHalf)} deals won and closed by then\n` +
      `reps by level; each lead of the second half asks for level ${LEVEL_NEEDED} in its product`,
    skillTable(study),
    control(study),
    `THE SECOND HALF, ${fromTo(second)}: ${figure(arriving.length)} leads, and ${figure(carried.length)} open from before\n${fairness(weeksIn(secondHalf))}`,
    fairnessTable(secondHalf.map(({ measured }) => measured)),
    DESKS,
    deskTable(secondHalf.map(({ measured }) => measured)),
    "THE TWO ARMS OF THE EXPERIMENT",
    armsTable(study.arms),
    arms(study),
  ].join("\n\n");
};
