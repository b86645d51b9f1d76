import { demand } from "../internal/demand.js";
import { quoted } from "../internal/quoted.js";
import { isTimeZone } from "./isTimeZone.js";

/** Refuses a zone that is a programmer's mistake. */
export const demandZone = (who: string, timeZone: string): void =>
  demand(
    typeof timeZone === "string" && isTimeZone(timeZone),
    `${who}: ${quoted(String(timeZone))} is not a time zone that this runtime knows`,
  );
