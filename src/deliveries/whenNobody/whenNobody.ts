import { demand } from "../../internal/demand.js";
import type { RepId } from "../../model/id.js";
import { demandWhole } from "../demands.js";

/**
 * What becomes of a lead that nobody accepts or claims, or that nobody may have. Where a filter has the lead wait ({@link Filter}
 * `hold`), it waits instead.
 *
 * - `"unassigned"`: nobody has it, and the manager is told (`escalate`).
 * - `parkForMs`: it is put aside, and everybody is asked again after that time, those who gave it up too; as often as it
 *   takes. The manager is not told.
 * - `assignTo`: it goes to the first of these reps whom every filter of the strategy lets through, also if they refused an
 *   offer of it, but not if they gave it back; nothing is booked. Where there is none: as `"unassigned"`.
 *
 * @since 0.1.0
 */
export type WhenNobody =
  | "unassigned"
  | { readonly parkForMs: number; readonly assignTo?: never }
  | { readonly assignTo: readonly RepId[]; readonly parkForMs?: never };

/** Refuses an end that is none; `ends` names those that there are. */
export const demandEnd = (
  delivery: string,
  whenNobody: WhenNobody,
  name = "whenNobody",
  ends = '"unassigned", { parkForMs } or { assignTo }',
): void => {
  if (whenNobody === "unassigned") return;
  demand(typeof whenNobody === "object" && whenNobody !== null, `${delivery}: ${name} must be ${ends}`);
  demand(
    !("assignTo" in whenNobody && "parkForMs" in whenNobody),
    `${delivery}: ${name} must name one end, not two`,
  );
  if (!("assignTo" in whenNobody)) {
    demandWhole(delivery, "parkForMs", whenNobody.parkForMs);
    return;
  }
  const ids: readonly unknown[] = whenNobody.assignTo;
  const isList = Array.isArray(ids) && ids.length > 0 && ids.every((id) => typeof id === "string");
  demand(isList, `${delivery}: assignTo must name at least one rep`);
};

/** A copy, so that it stays as it is whatever becomes of the list that was given. */
export const keptEnd = (whenNobody: WhenNobody) =>
  typeof whenNobody === "object" && "assignTo" in whenNobody
    ? { assignTo: [...whenNobody.assignTo] }
    : whenNobody;
