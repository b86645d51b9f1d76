import { flag, levels, list, number, text, words } from "./cells.js";
import { type Column, column } from "./column.js";
import { moment } from "./moment.js";
import { schedule } from "./schedule.js";
import { spans } from "./spans.js";

/** The columns of a file of reps. */
export const repColumns: readonly Column[] = [
  { ...column("id", text), required: true },
  column("name", text),
  column("active", flag),
  column("presence", text),
  column("regions", list),
  column("languages", words),
  column("skills", levels),
  column("weight", number),
  column("capacity", number),
  column("openLeads", number),
  column("openEffort", number),
  column("schedule", schedule),
  column("timeOff", spans),
  column("experience", number),
  column("role", text),
  column("teams", list),
  column("industries", list),
  column("substitutes", list),
  column("tier", number),
  { name: "joinedAt", field: "joinedAtMs", read: moment },
];
