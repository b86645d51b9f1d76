import { map } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import { decisionShape } from "../check/decision.js";
import { leadShape } from "../check/lead.js";
import { andThen, faultsOf, flag, listOf, moment, recordOf, type Shape } from "../check/shape.js";
import type { StoredLead } from "../model/log.js";
import type { Problem, Problems } from "../model/problem.js";
import { waitingOrder } from "./order.js";

/** When leads are given out, and which comes first: what every call with a list is told. */
export const optionsWith = (
  needed: Readonly<Record<string, Shape>> = {},
  others: Readonly<Record<string, Shape>> = {},
): Shape => recordOf({ nowMs: moment, first: waitingOrder, ...needed }, { explain: flag, ...others });

/** A decision answers for one lead, and a lead comes once. */
const eachOnce =
  (name: string): Shape =>
  (value) => {
    const known = new Map<string, number>();
    return (value as readonly StoredLead[]).flatMap(({ lead, decision }, i): readonly Problem[] => {
      const before = known.get(lead.id);
      known.set(lead.id, before ?? i);
      return [
        ...(before === undefined
          ? []
          : [{ path: [i, "lead", "id"], message: `comes twice: it is that of ${name}[${before}] too` }]),
        ...(lead.id === decision.leadId
          ? []
          : [{ path: [i, "decision", "leadId"], message: "must be the lead's id" }]),
      ];
    });
  };

const leadsShape = (name: string): Shape =>
  andThen(listOf(recordOf({ lead: leadShape, decision: decisionShape })), eachOnce(name));

/** Everything that is wrong with a list of leads that a strategy is not asked about. */
export const faultsOfLeads = (name: string, leads: unknown): readonly Problem[] =>
  faultsOf(name, leadsShape(name), leads);

/** The same problem as seen from the list: what is wrong with a lead, its decision or a strategy asked about it stands with its entry. */
const fromList =
  (name: string, place: number) =>
  ({ path, message }: Problem): Problem => {
    const [first, second] = path;
    const isEarlier = first === "options" && second === "earlier";
    if (isEarlier) return { path: [name, place, "decision", ...path.slice(2)], message };
    const isOfEntry = first === "lead" || first === "decision" || first === "strategy";
    return isOfEntry ? { path: [name, place, ...path], message } : { path, message };
  };

export const problemsFromList = (name: string, problems: Problems, place: number): Problems =>
  map(fromList(name, place))(problems);
