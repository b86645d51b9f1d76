import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/project.js";
import { deadPromises, rowsOf, selectorsIn, testsIn } from "./support/promises.js";

const read = (file: string): string => readFileSync(resolve(root, file), "utf8");

const page = read("docs/guide/selectors.md");
const rows = rowsOf(page);

describe("the table of promises", () => {
  it("has one row for each selector that is exported", () => {
    const selectors = selectorsIn(read("src/index.ts"), read);
    expect(selectors).toContain("rotation");
    expect(rows.map(({ name }) => name).sort()).toStrictEqual([...selectors].sort());
  });

  it("points to the source of each", () => {
    for (const { name, source } of rows) {
      expect(source).toMatch(new RegExp(`/${name}\\.ts$`));
      expect(existsSync(resolve(root, source))).toBe(true);
    }
  });

  it("has a test by name for what each row promises", () => {
    for (const { name, promises } of rows)
      expect([name, promises.filter(({ test }) => test !== "").length > 0]).toStrictEqual([name, true]);
    expect(deadPromises(page)).toStrictEqual([]);
  });

  it("goes red when a test is renamed, skipped or gone", () => {
    const told = (link: string) => deadPromises(`| x | [it](../../test/docs/${link}) |`);
    expect(told('promises.test.ts "points to the source of each"')).toStrictEqual([]);
    expect(told('promises.test.ts "points to nothing"')).toStrictEqual([
      'test/docs/promises.test.ts has no test called "points to nothing"',
    ]);
    expect(told("gone.test.ts")).toStrictEqual(["test/docs/gone.test.ts is not there"]);
    const text =
      'it("a", f); it.skip("b", f); it.todo("c"); it.each([1])("d", f); describe("e", () => it(`f`, g));';
    expect([...testsIn(text)]).toStrictEqual(["a", "d", "f"]);
  });

  it("misses a selector that has no row", () => {
    const files: Readonly<Record<string, string>> = {
      "src/selectors/byRule/newOne.ts": "export const newOne = (options: NewOptions): Selector => all();",
      "src/selectors/byRule/fits/oneFit.ts": "export const oneFit = (): FitTerm => term;",
    };
    const index = [
      'export { type NewOptions, newOne } from "./selectors/byRule/newOne.js";',
      'export { oneFit } from "./selectors/byRule/fits/oneFit.js";',
      'export type { Old } from "./selectors/byRule/old.js";',
    ].join("\n");
    expect(selectorsIn(index, (file) => files[file] ?? "")).toStrictEqual(["newOne"]);
  });
});
