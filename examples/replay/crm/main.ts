import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCrm } from "./read.js";
import { report } from "./report.js";
import { studyOf } from "./study.js";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Name the folder that holds sales_pipeline.csv, sales_teams.csv and products.csv.");
  process.exitCode = 2;
} else {
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  const crm = readCrm(text("sales_pipeline.csv"), text("sales_teams.csv"), text("products.csv"));
  console.log(report(studyOf(crm)));
}
