import { stringify } from "csv-stringify/sync";
import type { Decision } from "../model/decision.js";
import { holderOf } from "../model/holderOf.js";
import { isJson } from "./isJson.js";
import { iso } from "./iso.js";
import type { Routed } from "./routing/route.js";

const HEADER = ["leadId", "status", "repId", "reason", "decidedAt", "share", "candidates", "leftOut"];

const row = (decision: Decision): readonly string[] => [
  decision.leadId,
  decision.status,
  holderOf(decision) ?? "",
  decision.status === "unassigned" ? decision.reason : "",
  iso(decision.atMs),
  decision.status === "assigned" ? String(decision.share) : "",
  String(decision.candidates),
  decision.leftOut
    .filter(({ reps }) => reps > 0)
    .map(({ by, reps }) => `${by}:${reps}`)
    .join("; "),
];

/** The decisions as the text of a file: the whole of them as JSON, the main things as CSV. */
export const decisionsText = (name: string, routed: readonly Routed[]): string => {
  const decisions = routed.map(({ decision }) => decision);
  if (isJson(name)) return `${JSON.stringify(decisions, undefined, 2)}\n`;
  return stringify([HEADER, ...decisions.map((decision) => [...row(decision)])]);
};
