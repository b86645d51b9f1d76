import { readFileSync, writeFileSync } from "node:fs";
import { summed } from "./figures.js";
import { inThreads } from "./inThreads.js";
import { doSeason, isSeason, type Job, type LongResult, type SeasonResult } from "./jobs.js";
import { CHECKPOINTS } from "./long/playLong.js";
import { readOptions, USAGE } from "./options.js";
import { progress } from "./progress.js";
import { report } from "./report.js";
import { SAMPLE, sampleOf } from "./sample.js";
import { worlds } from "./world.js";
import { FIGURES, figuresText, PAGE, written } from "./writing.js";

const compare = async (args: readonly string[]): Promise<void> => {
  const { seeds, leads, longSeeds, only, json, write } = readOptions(args);
  const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);
  const jobs: readonly Job[] = [
    // The longest first, so that no core is left waiting for another at the end.
    ...numbered(longSeeds).map((seed) => ({ seed, leads: CHECKPOINTS.at(-1) ?? 0, only })),
    ...numbered(seeds).flatMap((seed) => worlds.map(({ name }) => ({ world: name, seed, leads, only }))),
  ];
  const seasons: SeasonResult[] = [];
  const long: LongResult[] = [];
  const tick = progress("seasons", jobs.length, process.stderr);
  await inThreads(new URL("./worker.js", import.meta.url), jobs, (result) => {
    if (isSeason(result)) seasons.push(result);
    else long.push(result);
    tick();
  });
  const { figures: sample } = doSeason(SAMPLE.world, { ...SAMPLE, world: SAMPLE.world.name, only });
  const figures = summed(leads, seasons, long, sampleOf(sample));
  console.log(json ? JSON.stringify(figures, null, 2) : report(figures));
  if (!write) return;
  // First, so that no picture that fails loses them.
  writeFileSync(FIGURES, figuresText(figures));
  for (const [path, text] of Object.entries(written(figures, readFileSync(PAGE, "utf8"))))
    writeFileSync(path, text);
};

try {
  await compare(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  process.exitCode = 2;
}
