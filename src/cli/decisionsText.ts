import { stringify } from "csv-stringify/sync";
import type { Decision } from "../model/decision.js";
import { holderOf } from "../model/holderOf.js";
import type { RepId } from "../model/id.js";
import { isJson } from "./isJson.js";
import { iso } from "./iso.js";
import type { Run } from "./routing/route.js";

const HEADER = [
  "leadId",
  "status",
  "repId",
  "repName",
  "reason",
  "decidedAt",
  "share",
  "candidates",
  "leftOut",
];

const row = (decision: Decision, names: ReadonlyMap<RepId | undefined, string | undefined>): string[] => [
  decision.leadId,
  decision.status,
  holderOf(decision) ?? "",
  names.get(holderOf(decision)) ?? "",
  decision.status === "unassigned" ? decision.reason : "",
  iso(decision.atMs),
  decision.status === "assigned" ? String(decision.share) : "",
  String(decision.candidates),
  decision.leftOut
    .filter(({ reps }) => reps > 0)
    .map(({ by, reps }) => `${by}:${reps}`)
    .join("; "),
];

/**
 * The decisions as the text of a file: the whole of them as JSON, the main things as CSV.
 *
 * In CSV a cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export const decisionsText = (name: string, { routed, reps }: Run): string => {
  const decisions = routed.map(({ decision }) => decision);
  if (isJson(name)) return `${JSON.stringify(decisions, undefined, 2)}\n`;
  const names = new Map(reps.map((rep) => [rep.id, rep.name]));
  return stringify([HEADER, ...decisions.map((decision) => row(decision, names))], { escape_formulas: true });
};
