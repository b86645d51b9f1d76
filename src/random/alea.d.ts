/** The generator has no declarations of its own that cover this path. */
declare module "seedrandom/lib/alea.js" {
  interface AleaState {
    readonly c: number;
    readonly s0: number;
    readonly s1: number;
    readonly s2: number;
  }

  /** Draws of 32 bits, from 0 to below 1, that depend on the seed alone. */
  interface Alea {
    (): number;
    /** Two draws in one: 53 bits. */
    readonly double: () => number;
  }

  interface StoredAlea extends Alea {
    readonly state: () => AleaState;
  }

  function alea(seed: string): Alea;
  /** With a state the seed is of no account, and the draws go on from there. */
  function alea(seed: string, options: { readonly state: true | AleaState }): StoredAlea;

  export default alea;
}
