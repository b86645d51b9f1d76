import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const place = (path: string): string => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));

/** Checked numbers and data that live beside the project, not in it. Whoever has no such folder skips with a message. */
export const isShared = (path: string): boolean => existsSync(place(path));

export const sharedPath = (path: string): string => place(path);

export const readShared = <A>(path: string): A => JSON.parse(readFileSync(place(path), "utf8"));

/** The name of a test that needs the folder, which says why it is skipped where the folder is missing. */
export const needing = (path: string, name: string): string =>
  isShared(path) ? name : `${name} (skipped: ../shared/${path} is not here)`;
