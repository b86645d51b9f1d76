declare module "seedrandom/lib/alea.js" {
  /** A generator of numbers in [0, 1) that depends on the seed alone. */
  export default function alea(seed: string): () => number;
}
