import { parseArgs } from "node:util";
import { progress } from "../progress.js";
import { lostWins } from "./lostWins.js";

const ROWS: readonly (readonly [name: string, rates: readonly number[]])[] = [
  ["0.3, 0.2", [0.3, 0.2]],
  ["0.30, 0.28, 0.26, 0.24", [0.3, 0.28, 0.26, 0.24]],
  ["eight from 0.02 to 0.06", Array.from({ length: 8 }, (_, i) => 0.02 + (i * 0.04) / 7)],
];
const MOST = [10_000, 100, 30];
const LEADS = 100_000;

const { values } = parseArgs({ options: { seeds: { type: "string", default: "60" } } });
const seeds = Number(values.seeds);
if (!Number.isSafeInteger(seeds) || seeds < 2) throw new Error("--seeds must be a whole number, at least 2");

const tick = progress("runs", ROWS.length * MOST.length * seeds, process.stderr);

/** The mean over the seeds, and its standard error. */
const told = (lost: readonly number[]): string => {
  const mean = lost.reduce((sum, each) => sum + each, 0) / lost.length;
  const squares = lost.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return `${mean.toFixed(0)} ± ${Math.sqrt(squares / (lost.length - 1) / lost.length).toFixed(0)}`;
};

const cellOf = (rates: readonly number[], most: number): string =>
  told(
    Array.from({ length: seeds }, (_, seed) => {
      const lost = lostWins({ rates, leads: LEADS, seed, most });
      tick();
      return lost;
    }),
  );

const lines = ROWS.map(([name, rates]) => [name, ...MOST.map((most) => cellOf(rates, most))]);
const headings = ["rates", ...MOST.map((most) => `up to ${most.toLocaleString("en")}`)];
for (const cells of [headings, headings.map(() => "---"), ...lines]) console.log(`| ${cells.join(" | ")} |`);
