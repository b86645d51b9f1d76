import { spawnSync } from "node:child_process";

const committedTree = (): string =>
  spawnSync("git", ["rev-parse", "HEAD^{tree}"], { encoding: "utf8" }).stdout?.slice(0, 8) || "1";

/**
 * The seed of every property: PROPERTY_SEED, or a number made of the committed tree. So each commit draws other
 * examples, and whatever a run of a commit has found, the next run of that commit finds again.
 */
export const propertySeed = (): number => {
  const given = process.env["PROPERTY_SEED"];
  return given === undefined ? Number.parseInt(committedTree(), 16) | 0 : Number(given) | 0;
};
