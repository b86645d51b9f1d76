import { counted } from "../../internal/counted.js";
import type { Lead } from "../../model/lead.js";
import type { Rep } from "../../model/rep.js";
import type { Reading } from "../input/reading.js";
import { plain } from "../plain.js";
import type { Run } from "../routing/route.js";
import { absentReps } from "./absentReps.js";
import { minute } from "./amounts.js";
import { badRows } from "./badRows.js";
import { fairnessLines } from "./fairnessLines.js";
import { given } from "./given.js";
import { notGiven } from "./notGiven.js";
import { shares } from "./shares.js";
import { unusedNames } from "./unusedNames.js";

/** What a run is told from. */
export interface Told {
  readonly leads: Reading<Lead>;
  readonly reps: Reading<Rep>;
  /** The name of the file of reps. */
  readonly repsFile: string;
  readonly run: Run;
  /** Whether every line is shown. */
  readonly all: boolean;
}

const FIRST_GIVEN = 8;
const FIRST_NOT_GIVEN = 5;
const FIRST_FAULTS = 20;
const FIRST_ABSENT = 3;

const summary = ({ routed, reps }: Run, badRows: number): string => {
  const [first, last] = [routed.at(0), routed.at(-1)];
  const span =
    first === undefined || last === undefined
      ? ""
      : `, received ${minute(first.lead.receivedAtMs)} to ${minute(last.lead.receivedAtMs)} UTC`;
  const bad = badRows === 0 ? "" : `; ${counted(badRows, "bad row")} left out, named below`;
  return `${counted(routed.length, "lead")}${span}; ${counted(reps.length, "rep")}${bad}`;
};

const unknownNames = (what: string, { unknown }: Reading<unknown>): readonly string[] =>
  unknown.length === 0
    ? []
    : [
        `Names in the file of ${what} that mean nothing here: ${unknown.map((name) => plain(name)).join(", ")}`,
      ];

/** The report as text: who got what, how it was shared, what was not given and why, bad rows, and how fair it was. */
export const report = ({ leads, reps, repsFile, run, all }: Told): string => {
  const most = (first: number): number => (all ? Number.POSITIVE_INFINITY : first);
  const faults = badRows([...leads.faults, ...reps.faults], leads.badRows + reps.badRows, most(FIRST_FAULTS));
  const sections = [
    [
      summary(run, leads.badRows + reps.badRows),
      ...unknownNames("leads", leads),
      ...unknownNames("reps", reps),
      ...unusedNames(leads.good, reps.good),
      ...absentReps(run, reps, repsFile, most(FIRST_ABSENT)),
    ],
    given(run, most(FIRST_GIVEN)),
    shares(run),
    notGiven(run, most(FIRST_NOT_GIVEN)),
    faults,
    fairnessLines(run),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
};
