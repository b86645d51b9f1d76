import { parseArgs } from "node:util";

/** What the command is asked for. */
export interface Options {
  readonly seeds: number;
  readonly leads: number;
  readonly longSeeds: number;
  readonly only: string | undefined;
  readonly json: boolean;
  /** Writes the figures, the picture and the tables of the page. */
  readonly write: boolean;
}

export const USAGE = `npm run compare -- [options]

  --seeds N       seasons in each world (30)
  --leads N       leads in each season (3000)
  --long-seeds N  seeds of the long run; 0 leaves it out (6)
  --only TEXT     only selectors with this in their name, and rotation
  --json          prints the figures as JSON
  --write         writes figures, picture and tables into the guide`;

const wholeFrom = (name: string, text: string, least: number): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least)
    throw new Error(`--${name} must be a whole number, at least ${least}`);
  return value;
};

export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: "string", default: "30" },
      leads: { type: "string", default: "3000" },
      "long-seeds": { type: "string", default: "6" },
      only: { type: "string" },
      json: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
    },
  });
  const { only, json, write } = values;
  if (write && only !== undefined) throw new Error("--write needs all selectors, so no --only");
  return {
    seeds: wholeFrom("seeds", values.seeds, 1),
    leads: wholeFrom("leads", values.leads, 1),
    longSeeds: wholeFrom("long-seeds", values["long-seeds"], 0),
    only,
    json,
    write,
  };
};
