/** How reps differ and what a full desk does to them: known to nobody who deals out leads. */
export interface World {
  readonly name: string;
  /** What is so there, as a sentence. */
  readonly says: string;
  /** The standard deviation of what a rep makes of any lead's chance to be won, which is 1 on average. */
  readonly repsApart: number;
  /** The same for the leads of one segment. */
  readonly segmentsApart: number;
  /** Whether what reps make of their segments comes to the same for all of them together. */
  readonly isEvenAltogether: boolean;
  /** What is left of a lead's chance with a rep whose desk is full; 1: load does nothing. */
  readonly whenFull: number;
}

export const worlds: readonly [World, ...World[]] = [
  {
    name: "reps differ",
    says: "Some reps win more of the same leads than others.",
    repsApart: 0.3,
    segmentsApart: 0.15,
    isEvenAltogether: false,
    whenFull: 1,
  },
  {
    name: "reps do not differ",
    says: "Everybody wins the same lead with the same chance: whoever is ahead was lucky.",
    repsApart: 0,
    segmentsApart: 0,
    isEvenAltogether: true,
    whenFull: 1,
  },
  {
    name: "reps differ, load hurts",
    says: "As the first, and whoever holds many leads wins fewer of them.",
    repsApart: 0.3,
    segmentsApart: 0.15,
    isEvenAltogether: false,
    whenFull: 0.4,
  },
  {
    name: "segments differ",
    says: "All reps are equally good altogether, each of them in other segments.",
    repsApart: 0,
    segmentsApart: 0.4,
    isEvenAltogether: true,
    whenFull: 1,
  },
];
