import { counted } from "../../internal/counted.js";
import type { Decision } from "../../model/decision.js";
import { plain } from "../plain.js";
import type { Routed, Run } from "../routing/route.js";
import { shorten } from "./shorten.js";
import { left, right, table } from "./table.js";

/** What it means when a stage leaves nobody, and a word for the reps whom it left out. */
const STAGES: readonly { readonly by: string; readonly why: string; readonly reps: string }[] = [
  { by: "region", why: "nobody serves the region", reps: "of other regions" },
  { by: "language", why: "none of those left speaks the language", reps: "of other languages" },
  { by: "expertise", why: "none of those left has the skill at that level", reps: "short of a skill" },
  { by: "available", why: "all of those left are away or inactive", reps: "away or inactive" },
  { by: "capacity", why: "all of those left are full", reps: "full" },
  { by: "weighted", why: "all of those left have weight 0", reps: "of weight 0" },
];

const LEGEND =
  "  Reps left out: for each of these leads every rep counts once, under the first filter that left it out.";

const NO_REPS = "there are no reps";

const repsLeftOut = ({ leftOut }: Decision, stage: string): number =>
  leftOut.find(({ by }) => by === stage)?.reps ?? 0;

/** The last stage that left anybody out; `undefined` for a roster without reps. */
const stoppedAt = ({ leftOut }: Decision): string | undefined =>
  leftOut.filter(({ reps }) => reps > 0).at(-1)?.by;

const tally = (leads: readonly Routed[]): readonly string[] => {
  const rows = STAGES.flatMap(({ by, why }) => {
    const turnedAway = leads.reduce((sum, { decision }) => sum + repsLeftOut(decision, by), 0);
    if (turnedAway === 0) return [];
    const stopped = leads.filter(({ decision }) => stoppedAt(decision) === by).length;
    return [[by, String(turnedAway), String(stopped), stopped > 0 ? why : ""]];
  });
  return rows.length === 0
    ? [`  ${NO_REPS}`]
    : [
        ...table([left("filter"), right("reps left out"), right("leads stopped"), left("because")], rows),
        LEGEND,
      ];
};

const inWords = (decision: Decision): string => {
  const parts = STAGES.flatMap(({ by, reps }) => {
    const count = repsLeftOut(decision, by);
    return count > 0 ? [`${count} ${reps}`] : [];
  });
  return parts.length === 0 ? NO_REPS : parts.join(", ");
};

const asked = ({ lead }: Routed): string =>
  [
    lead.region,
    lead.languages?.join(" "),
    ...Object.entries(lead.needs ?? {}).map(([skill, level]) => `${skill}:${level}`),
  ]
    .filter((part) => part !== undefined)
    .join(", ");

/** The leads that nobody could have, and why: the reps left out by each filter, in all and lead by lead. */
export const notGiven = ({ routed }: Run, most: number): readonly string[] => {
  const leads = routed.filter(({ decision }) => decision.status === "unassigned");
  const heading = `NOT GIVEN: ${leads.length} of ${counted(routed.length, "lead")}`;
  if (leads.length === 0) return [heading];
  const rows = leads.map((each) => [plain(each.lead.id), plain(asked(each)), inWords(each.decision)]);
  const [head = "", ...lines] = table([left("lead"), left("asks for"), left("reps")], rows);
  return [heading, ...tally(leads), "", head, ...shorten(lines, most)];
};
