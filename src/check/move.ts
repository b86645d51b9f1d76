import { callable, count, flag, id, listOf, recordOf } from "./shape.js";

/** What the core asks of a move that a delivery gives. */
export const moveShape = recordOf(
  { place: callable },
  {
    lost: listOf(id),
    setAside: listOf(id),
    refund: recordOf({ repId: id, price: count, mostPerRep: count }),
    askAgain: flag,
  },
);
