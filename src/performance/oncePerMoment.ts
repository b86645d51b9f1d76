import type { SeenQuestion } from "./seen.js";

/**
 * Answers once what is asked again at the same moment about the same lead and roster, such as for each tier, and for the
 * booking after the order.
 */
export const oncePerMoment = <A>(
  answerTo: (question: SeenQuestion) => A,
): ((question: SeenQuestion) => A) => {
  // By the notes, since they are opened anew whenever the state is another.
  const known = new WeakMap<SeenQuestion["notes"], { readonly question: SeenQuestion; readonly answer: A }>();
  return (question) => {
    const { lead, reps, nowMs, notes } = question;
    const before = known.get(notes);
    const isSame =
      before !== undefined &&
      before.question.lead === lead &&
      before.question.reps === reps &&
      before.question.nowMs === nowMs;
    if (isSame) return before.answer;
    const answer = answerTo({ lead, reps, nowMs, notes });
    known.set(notes, { question: { lead, reps, nowMs, notes }, answer });
    return answer;
  };
};
