import {
  assign,
  branch,
  CREDITS_PER_LEAD,
  capacity,
  cascade,
  compose,
  owner,
  prefer,
  region,
  rotation,
  type Selector,
  type Strategy,
} from "../../../src/index.js";
import { ANSWER_MS } from "./steps.js";

/** By how many leads the taker of each turn was behind whoever came first when the turn was booked. */
type Note = (leadsBehind: number) => void;

/** `rotation`, saying so. All who take part have the same part of a lead, so what is owed decides. */
const noting = (note: Note): Selector => {
  const inner = rotation();
  return {
    ...inner,
    book: (question) => {
      const { candidates, ledger, taker } = question;
      const first = Math.max(...candidates.map((candidate) => ledger.credit(candidate)));
      note((first - ledger.credit(taker)) / CREDITS_PER_LEAD);
      return inner.book(question);
    },
  };
};

/** Hot leads by offers in turn, all others pushed, both on one account. */
export const floodStrategy = (
  noteOffered: Note = () => undefined,
  notePushed: Note = () => undefined,
): Strategy => {
  const parts = { ledger: "desk", filters: [prefer(owner()), region(), capacity()] };
  const afterwards = { refundsPerRep: 1 };
  const offered = cascade({ ...afterwards, answerMs: ANSWER_MS, mostOffers: 6 });
  return branch({
    cases: [
      {
        name: "hot",
        version: 1,
        when: ({ lead }) => lead.temperature === "hot",
        strategy: compose({ ...parts, selector: noting(noteOffered), delivery: offered }),
      },
    ],
    otherwise: {
      name: "rest",
      strategy: compose({ ...parts, selector: noting(notePushed), delivery: assign(afterwards) }),
    },
  });
};
