import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import * as E from "fp-ts/lib/Either.js";
import type { Files } from "./files.js";
import { codeOf, inWords } from "./inWords.js";

const write = (name: string, text: string): void => {
  const beside = `${name}.${process.pid}.tmp`;
  try {
    const file = openSync(beside, "w");
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, name);
  } catch (thrown) {
    rmSync(beside, { force: true });
    throw thrown;
  }
};

/** The disk. A file is written beside its place and then moved there, so that it is whole at every moment. */
export const disk: Files = {
  read: (name) => {
    try {
      return E.right(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(name)));
    } catch (thrown) {
      return codeOf(thrown) === "ENOENT" ? E.right(undefined) : E.left(inWords(thrown));
    }
  },
  write: (name, text) => E.tryCatch(() => write(name, text), inWords),
};
