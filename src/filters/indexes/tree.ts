import type { PlaceSet } from "../../model/filterIndex.js";
import type { Rep } from "../../model/rep.js";
import { addHolders, type Holders, holdersFrom, noteHolder } from "./holders.js";

/** A path of labels, such as a region's levels or a language's subtags. */
export type Path = readonly string[];

/** Who holds which paths. */
export interface Tree {
  /** Adds whoever holds the path or a part of it from its beginning. */
  readonly addAbove: (set: PlaceSet, path: Path) => void;
  /** Adds whoever holds the path or one that continues it. */
  readonly addBelow: (set: PlaceSet, path: Path) => void;
}

const ROOT = 0;

/** Enough for 100,000 tags that are all different, or for 64 labels a rep; whatever goes beyond is no real roster. */
const mostLabels = (reps: number): number => 2 ** 18 + 64 * reps;

/**
 * The tree of the paths that the reps hold; none where there are so many labels that it would outgrow its use.
 *
 * One table of edges, so that a path of any length costs one look-up a label, and no recursion.
 */
export const treeOf = (reps: readonly Rep[], pathsOf: (rep: Rep) => readonly Path[]): Tree | undefined => {
  const edges = new Map<string, number>();
  const ends = new Map<number, number[]>();
  const through = new Map<number, number[]>();
  let labels = 0;
  for (const [place, rep] of reps.entries()) {
    for (const path of pathsOf(rep)) {
      labels += path.length;
      if (labels > mostLabels(reps.length)) return undefined;
      let node = ROOT;
      for (const label of path) {
        const edge = `${node}/${label}`;
        node = edges.get(edge) ?? edges.size + 1;
        edges.set(edge, node);
        noteHolder(through, node, place);
      }
      noteHolder(ends, node, place);
    }
  }
  const kept = (lists: ReadonlyMap<number, number[]>): ReadonlyMap<number, Holders> =>
    new Map([...lists].map(([node, places]) => [node, holdersFrom(places, reps.length)]));
  const [holdersAt, holdersBelow] = [kept(ends), kept(through)];
  const add = (set: PlaceSet, holders: Holders | undefined): void => {
    if (holders !== undefined) addHolders(set, holders);
  };
  return {
    addAbove: (set, path) => {
      let node: number | undefined = ROOT;
      for (const label of path) {
        node = edges.get(`${node}/${label}`);
        if (node === undefined) return;
        add(set, holdersAt.get(node));
      }
    },
    addBelow: (set, path) => {
      let node: number | undefined = ROOT;
      for (const label of path) {
        node = edges.get(`${node}/${label}`);
        if (node === undefined) return;
      }
      add(set, holdersBelow.get(node));
    },
  };
};
