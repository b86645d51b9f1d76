import { map } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import { decisionShape } from "../check/decision.js";
import { leadShape } from "../check/lead.js";
import { andThen, faultsOf, flag, listOf, moment, recordOf, type Shape } from "../check/shape.js";
import type { StoredLead } from "../model/log.js";
import type { Problem, Problems } from "../model/problem.js";
import { waitingOrder } from "./order.js";

const optionsShape = recordOf({ nowMs: moment, first: waitingOrder }, { explain: flag });

/** A decision answers for one lead, and a lead waits once. */
const eachOnce =
  (list: string): Shape =>
  (value) => {
    const known = new Map<string, number>();
    return (value as readonly StoredLead[]).flatMap(({ lead, decision }, i): readonly Problem[] => {
      const before = known.get(lead.id);
      known.set(lead.id, before ?? i);
      return [
        ...(before === undefined
          ? []
          : [{ path: [i, "lead", "id"], message: `waits twice: it is that of ${list}[${before}] too` }]),
        ...(lead.id === decision.leadId
          ? []
          : [{ path: [i, "decision", "leadId"], message: "must be the lead's id" }]),
      ];
    });
  };

/** Everything that is wrong with leads that wait, in a list of that name. */
export const faultsOfLeads = (list: string, leads: unknown): readonly Problem[] =>
  faultsOf(
    list,
    andThen(listOf(recordOf({ lead: leadShape, decision: decisionShape })), eachOnce(list)),
    leads,
  );

/** Everything that is wrong with what a strategy is not asked about. */
export const faultsOfWaiting = (waiting: unknown, options: unknown): readonly Problem[] => [
  ...faultsOfLeads("waiting", waiting),
  ...faultsOf("options", optionsShape, options),
];

/** The same problem as seen from the list: what is wrong with a lead, its decision or a strategy asked about it stands with its entry. */
const fromList =
  (list: string, place: number) =>
  ({ path, message }: Problem): Problem => {
    const [first, second] = path;
    const isEarlier = first === "options" && second === "earlier";
    if (isEarlier) return { path: [list, place, "decision", ...path.slice(2)], message };
    const isOfEntry = first === "lead" || first === "decision" || first === "strategy";
    return isOfEntry ? { path: [list, place, ...path], message } : { path, message };
  };

export const problemsFromList = (problems: Problems, list: string, place: number): Problems =>
  map(fromList(list, place))(problems);
