import { assign, type Delivery, type Placement, type Ranking } from "../../src/index.js";

/** Offers the lead to the first for so long; whoever declines or does not answer loses the turn to the next. */
export const offerInTurn = (answerMs: number): Delivery => {
  const toFirst = (ranking: Ranking, nowMs: number): Placement => {
    const [first, ...waiting] = Array.from({ length: ranking.length }, (_, i) => ranking.at(i)?.id ?? "");
    const untilMs = nowMs + answerMs;
    return first === undefined
      ? { status: "unassigned", reason: "nobody answered" }
      : {
          status: "offered",
          offers: [{ repId: first, sinceMs: nowMs, untilMs, round: 1 }],
          waiting,
          wakeAtMs: untilMs,
        };
  };
  return {
    name: "offerInTurn",
    literals: { answerMs },
    start: ({ ranking, nowMs }) => toFirst(ranking, nowMs),
    on: (question) => {
      const { event, decision, nowMs } = question;
      const offer = decision.status === "offered" ? decision.offers[0] : undefined;
      if (offer === undefined) return assign().on(question);
      const { repId, untilMs } = offer;
      const next = { lost: [repId], place: (ranking: () => Ranking) => toFirst(ranking(), nowMs) };
      const isAnswer = "repId" in event && event.repId === repId && nowMs < untilMs;
      if (event.type === "accepted" && isAnswer)
        return { place: () => ({ status: "assigned", repId, counts: true }) };
      if (event.type === "declined" && isAnswer) return next;
      if (event.type === "expired" && nowMs >= untilMs) return next;
      return assign().on(question);
    },
  };
};
