import {
  explain,
  explanationFor,
  explanationText,
  type Lead,
  type LeadEvent,
  modeFor,
  poolFor,
  type Roster,
  type State,
  type Strategy,
  suggest,
  unwrap,
  visibleLead,
  whyNot,
  whyNotText,
} from "../../../src/index.js";

/** All that anybody may be told of a lead that lies in a pool: as one text. */
export const seenOf = (
  strategy: Strategy,
  lead: Lead,
  roster: Roster,
  state: State,
  nowMs: number,
): string => {
  const options = { nowMs };
  const ids = [...roster.reps.map(({ id }) => id), "a stranger"];
  const outcome = unwrap(strategy(lead, roster, state, { nowMs, explain: true }));
  const { decision } = outcome;
  const events: readonly LeadEvent[] = [
    ...ids.map((repId) => ({ id: `claim ${repId}`, atMs: nowMs, type: "claimed", repId }) as const),
    ...ids.map((to) => ({ id: `move ${to}`, atMs: nowMs, type: "reassigned", to }) as const),
    { id: "updated", atMs: nowMs, type: "updated" },
    { id: "woken", atMs: nowMs, type: "woken" },
    { id: "opened", atMs: nowMs, type: "opened", segment: "all" },
  ];
  const answers = events
    .map((event) => unwrap(strategy.respond(lead, decision, event, roster, state, { explain: true })))
    .filter((answer) => answer.refusal !== undefined || answer.decision.status === "pooled");
  const explanation = unwrap(explain(strategy, lead, roster, state, options));
  const stored = [{ lead, decision }];
  const perRep = roster.reps.map(({ id }) => {
    const why = unwrap(whyNot(strategy, id, lead, roster, state, options));
    return [
      explanationFor(explanation, id),
      why,
      whyNotText(why),
      unwrap(poolFor(strategy, stored, id, roster, state, { nowMs, first: "best", riseMs: 7 })),
      unwrap(modeFor(id, { push: strategy, pull: strategy, pool: stored }, roster, state, options)),
    ];
  });
  const suggested = unwrap(suggest(strategy, lead, roster, state, { most: 9, nowMs }));
  return JSON.stringify([
    decision.status,
    outcome,
    answers,
    explanation,
    explanationText(explanation),
    perRep,
    suggested,
    visibleLead(lead, decision),
  ]);
};
