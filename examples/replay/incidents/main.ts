import { readFileSync } from "node:fs";
import { join } from "node:path";
import { groupLines } from "./groupsReport.js";
import { readLog, readTickets } from "./read.js";
import { report } from "./report.js";
import { studyOf } from "./study.js";

const args = process.argv.slice(2);
const [folder] = args.filter((arg) => arg !== "--groups");
if (folder === undefined) {
  console.error("Name the folder that holds incidents.csv and incident_assignments.csv.");
  process.exitCode = 2;
} else {
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  const say = (what: string): void => console.error(`${what} ...`);
  const study = studyOf(readTickets(text("incidents.csv")), readLog(text("incident_assignments.csv")), say);
  if (args.includes("--groups")) console.log(`${groupLines(study.groups)}\n`);
  console.log(report(study));
}
