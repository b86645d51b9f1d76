import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLog, readTickets } from "./read.js";
import { report } from "./report.js";
import { studyOf } from "./study.js";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Name the folder that holds incidents.csv and incident_assignments.csv.");
  process.exitCode = 2;
} else {
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  console.log(report(studyOf(readTickets(text("incidents.csv")), readLog(text("incident_assignments.csv")))));
}
