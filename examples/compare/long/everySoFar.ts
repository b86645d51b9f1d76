import type { Evidence, NoteQuestion } from "../../../src/index.js";

const NAME = "every lead so far";

/** What a happening adds to the leads a rep had and to those it won. */
const addedBy = ({ what, event }: NoteQuestion): readonly [leads: number, won: number] => {
  if (what === "taken") return [1, 0];
  return [0, event?.type === "closed" && event.result === "won" ? 1 : 0];
};

/** Counts every lead from the first on, for a desk that hears at once what came of it: nothing needs time, nothing is forgotten. */
export const everySoFar = (): Evidence => ({
  name: "everySoFar",
  of:
    ({ notes }) =>
    (rep) => {
      const [leads = 0, won = 0] = notes(rep).ofRep(NAME);
      return { leads, won };
    },
  note: (question) => {
    const [leads, won] = addedBy(question);
    if (leads + won === 0) return [];
    const [before = 0, wonBefore = 0] = question.notes.ofRep(NAME);
    return [{ name: NAME, of: "rep", values: [before + leads, wonBefore + won] }];
  },
});
