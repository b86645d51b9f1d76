import { field, present, type Row, rowsOf } from "../csv.js";

/** One ticket: a lead that came in for a team, and the first person whom the log names for it. */
export interface Ticket {
  readonly incident: string;
  readonly openedAtMs: number;
  readonly team: string | undefined;
  readonly firstAssignee: string | undefined;
}

/** One row of the assignment log: who stood beside the ticket then, and in which team. */
export interface LogRow {
  readonly atMs: number;
  readonly team: string | undefined;
  readonly assignee: string | undefined;
}

/** The times are local and without a zone; read as UTC, hours and weeks fall as they did there. */
const instant = (row: Row, column: string): number => Date.parse(`${present(row, column)}Z`);

/** Reads `incidents.csv`, which is ordered by opening time. */
export const readTickets = (csv: string): readonly Ticket[] =>
  rowsOf(csv).map((row) => ({
    incident: present(row, "incident"),
    openedAtMs: instant(row, "opened_at"),
    team: field(row, "first_group"),
    firstAssignee: field(row, "first_assignee"),
  }));

/** Reads `incident_assignments.csv`. */
export const readLog = (csv: string): readonly LogRow[] =>
  rowsOf(csv).map((row) => ({
    atMs: instant(row, "at"),
    team: field(row, "group"),
    assignee: field(row, "assignee"),
  }));
