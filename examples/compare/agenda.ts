/** What is to happen, the earliest first; of what falls on one moment, what was put in first. */
export interface Agenda<A> {
  readonly add: (atMs: number, what: A) => void;
  readonly next: () => { readonly atMs: number; readonly what: A } | undefined;
}

/** Kept sorted with the earliest last: new entries mostly lie far ahead, and few are open at one time. */
export const agenda = <A>(): Agenda<A> => {
  const entries: { readonly atMs: number; readonly what: A }[] = [];
  return {
    add: (atMs, what) => {
      let [low, high] = [0, entries.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((entries[middle]?.atMs ?? 0) > atMs) low = middle + 1;
        else high = middle;
      }
      entries.splice(low, 0, { atMs, what });
    },
    next: () => entries.pop(),
  };
};
