/**
 * Answers once for each object and remembers it for as long as the object lives. Leads, reps and their lists
 * are values, so what was once read from them stays true.
 */
export const remember = <K extends object, A>(read: (from: K) => A): ((from: K) => A) => {
  const known = new WeakMap<K, A>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const answer = read(from);
    known.set(from, answer);
    return answer;
  };
};
