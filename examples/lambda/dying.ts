import type { Table } from "./table.js";

/** The table as a function sees it that is shut down after so many writes: nothing gets through any more. */
export const dying = (table: Table, writes: number): Table => {
  let left = writes;
  const alive = <A>(ask: () => Promise<A>): Promise<A> =>
    left >= 0 ? ask() : Promise.reject(new Error("the function was shut down"));
  const writing = <A>(write: () => Promise<A>): Promise<A> => {
    left -= 1;
    return alive(write);
  };
  return {
    get: (key) => alive(() => table.get(key)),
    scan: () => alive(table.scan),
    queue: (name, upTo) => alive(() => table.queue(name, upTo)),
    put: (item, condition) => writing(() => table.put(item, condition)),
    leaveQueue: (key) => writing(() => table.leaveQueue(key)),
  };
};
