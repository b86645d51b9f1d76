import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import * as E from "fp-ts/lib/Either.js";
import type { Files } from "./files.js";

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EISDIR: "is a folder",
  EACCES: "access is denied",
  EPERM: "access is denied",
  EROFS: "cannot be written there",
  ENOSPC: "the disk is full",
  ERR_ENCODING_INVALID_ENCODED_DATA: "is not UTF-8 text",
};

const codeOf = (thrown: unknown): string => String((thrown as { readonly code?: unknown }).code);

const inWords = (thrown: unknown): string => WORDS[codeOf(thrown)] ?? (thrown as Error).message;

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
