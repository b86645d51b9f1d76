import type { Filter } from "../model/filter.js";
import type { Parts } from "./parts.js";
import type { Scene } from "./scene.js";

const known = new WeakMap<Parts, WeakMap<readonly Filter[], Parts>>();

/** The parts with more filters behind their own; made once for each list, so that indexes are prepared once too. */
const partsWith = (parts: Parts, filters: readonly Filter[]): Parts => {
  const before = known.get(parts) ?? new WeakMap<readonly Filter[], Parts>();
  known.set(parts, before);
  const made = before.get(filters) ?? { ...parts, filters: [...parts.filters, ...filters] };
  before.set(filters, made);
  return made;
};

/** The scene with more filters that must let a rep through, as a ring has. */
export const narrowed = (scene: Scene, filters: readonly Filter[] = []): Scene =>
  filters.length === 0 ? scene : { ...scene, parts: partsWith(scene.parts, filters) };
