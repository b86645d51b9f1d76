import { callable, count, flag, id, listOf, recordOf, text } from "./shape.js";

/** What the core asks of a move that a delivery gives. */
export const moveShape = recordOf(
  { place: callable },
  {
    lost: listOf(id),
    setAside: listOf(id),
    silent: listOf(id),
    lentBy: id,
    isForGood: flag,
    lapses: count,
    ifNobody: recordOf({}),
    refund: recordOf({ repId: id, price: count, mostPerRep: count }),
    among: listOf(recordOf({ name: text, test: callable })),
  },
);
