import { levels, number, text, words } from "./cells.js";
import { type Column, column } from "./column.js";
import { moment } from "./moment.js";

/** The columns of a file of leads. */
export const leadColumns: readonly Column[] = [
  { ...column("id", text), required: true },
  { name: "receivedAt", field: "receivedAtMs", read: moment, required: true },
  column("region", text),
  column("languages", words),
  column("timeZone", text),
  column("needs", levels),
  column("score", number),
  column("temperature", text),
  column("value", number),
  column("complexity", number),
  column("effort", number),
  column("industry", text),
  column("source", text),
  column("channel", text),
  column("segment", text),
  column("account", text),
  column("email", text),
  column("household", text),
  column("ownerId", text),
  column("role", text),
  column("team", text),
];
