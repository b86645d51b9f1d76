import { random, rotation, type Selector } from "../../../src/index.js";

/** Who is put through the long run. */
export const longContenders: Readonly<Record<string, () => Selector>> = {
  rotation: () => rotation(),
  random: () => random(),
};
