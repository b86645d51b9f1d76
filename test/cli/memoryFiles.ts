import * as E from "fp-ts/lib/Either.js";
import type { Files } from "../../src/cli/files.js";

/** Files that live in a map; names that begin with `locked` can be neither read nor written. */
export const memoryFiles = (texts: Readonly<Record<string, string>>) => {
  const kept = new Map(Object.entries(texts));
  const files: Files = {
    read: (name) => (name.startsWith("locked") ? E.left("access is denied") : E.right(kept.get(name))),
    write: (name, text) => {
      if (name.startsWith("locked")) return E.left("access is denied");
      kept.set(name, text);
      return E.right(undefined);
    },
  };
  return { files, kept };
};
