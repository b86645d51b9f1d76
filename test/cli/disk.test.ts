import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as E from "fp-ts/lib/Either.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { disk } from "../../src/cli/disk.js";

describe("disk", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "fairlead-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("reads what it wrote, and leaves nothing else behind", () => {
    const name = join(folder, "state.json");
    expect(disk.write(name, "first")).toStrictEqual(E.right(undefined));
    expect(disk.write(name, "second é")).toStrictEqual(E.right(undefined));
    expect(disk.read(name)).toStrictEqual(E.right("second é"));
    expect(readdirSync(folder)).toStrictEqual(["state.json"]);
  });

  it("reads a file that is not there as undefined", () => {
    expect(disk.read(join(folder, "none"))).toStrictEqual(E.right(undefined));
  });

  it("says in plain words what cannot be read", () => {
    const latin1 = join(folder, "latin1.csv");
    writeFileSync(latin1, Buffer.from([0xe9]));
    expect(disk.read(latin1)).toStrictEqual(E.left("is not UTF-8 text"));
    expect(disk.read(folder)).toStrictEqual(E.left("is a folder"));
    expect(disk.read("\0")).toMatchObject({ _tag: "Left" });
  });

  it("says what cannot be written, and leaves everything as it was", () => {
    mkdirSync(join(folder, "taken"));
    writeFileSync(join(folder, "taken", "inside"), "");
    expect(disk.write(join(folder, "taken"), "x")).toStrictEqual(E.left("is a folder"));
    expect(disk.write(join(folder, "none", "x"), "x")).toStrictEqual(E.left("there is no such folder"));
    expect(readdirSync(folder)).toStrictEqual(["taken"]);
  });
});
