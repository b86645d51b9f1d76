import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  atMostAhead,
  coolDown,
  type Filter,
  finishFirst,
  limits,
  type PoolOptions,
} from "../../../src/index.js";
import { season } from "../../support/season.js";

const hour = 3_600_000;

const page = readFileSync(resolve(import.meta.dirname, "../../../docs/guide/pulling.md"), "utf8");

const blind: PoolOptions = { mode: "blind" };
const pause = coolDown({ pauseMs: hour / 2 });
const claims = limits({ name: "claims", each: [{ most: 16, windowMs: 8 * hour }] });

/** What stands in the page, by its first column. */
const guards: readonly (readonly [said: string, filters: readonly Filter[], options: PoolOptions])[] = [
  ["none", [], {}],
  ['`finishFirst({ most: 3, until: "closed" })`', [finishFirst({ most: 3, until: "closed" })], {}],
  ['`finishFirst({ most: 1, until: "worked" })`', [finishFirst({ most: 1, until: "worked" })], {}],
  ['`finishFirst({ most: 1, until: "closed" })`', [finishFirst({ most: 1, until: "closed" })], {}],
  ["`coolDown` of half an hour", [pause], {}],
  ["`limits` of 16 claims in 8 hours", [claims], {}],
  ["a blind pool", [], blind],
  ["a blind pool and `coolDown`", [pause], blind],
  ["`atMostAhead(2)`", [atMostAhead(2)], {}],
];

const percent = (part: number): string => `${(part * 100).toFixed(0)} %`;

describe("a season with somebody quick among five", () => {
  it("leaves everybody a fifth when the quick one pulls like the others", () => {
    const { all, good, othersWait } = season("like the others", []);
    expect([percent(all), othersWait]).toStrictEqual(["20 %", 0]);
    expect(Math.abs(good - 0.2)).toBeLessThan(0.02);
  });

  it.each(guards)("goes as the page says with this guard: %s", (said, filters, options) => {
    const picks = season("only what is good", filters, options);
    const hoards = season("whatever there is", filters, options);
    const row = [
      said,
      percent(picks.good),
      percent(picks.all),
      percent(hoards.all),
      `${hoards.mostHeld}`,
      `${hoards.itsWait} min`,
    ];
    expect(page).toContain(`| ${row.join(" | ")} |`);
  });
});
