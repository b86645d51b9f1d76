/** Waits for all of it, so that nothing goes on after a law was found broken, and then throws what the first one threw. */
export const together = async <A>(work: Iterable<Promise<A>>): Promise<readonly A[]> => {
  const ended = await Promise.allSettled(work);
  return ended.map((each) => {
    if (each.status === "rejected") throw each.reason;
    return each.value;
  });
};
