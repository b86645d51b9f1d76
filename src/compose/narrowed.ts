import { remember } from "../internal/remember.js";
import type { Filter } from "../model/filter.js";
import type { Parts } from "./parts.js";
import type { Scene } from "./scene.js";

/** The parts with more filters behind their own; made once for each list, so that indexes are prepared once too. */
const partsWith = remember((parts: Parts) =>
  remember((filters: readonly Filter[]): Parts => ({ ...parts, filters: [...parts.filters, ...filters] })),
);

/** The scene with more filters that must let a rep through, as a ring has. */
export const narrowed = (scene: Scene, filters: readonly Filter[] = []): Scene =>
  filters.length === 0 ? scene : { ...scene, parts: partsWith(scene.parts)(filters) };
