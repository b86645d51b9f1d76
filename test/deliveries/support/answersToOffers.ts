import { cascade, compose, emptyState, type LeadEvent, rotation, unwrap } from "../../../src/index.js";

const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };

const lead = { id: "l1", receivedAtMs: 0 };

/** Two offers at a time, to ann and bob, from 0 until just before 100. */
const desk = compose({
  ledger: "desk",
  filters: [],
  selector: rotation(),
  delivery: cascade({ answerMs: 100, atOnce: 2 }),
});

type Told = readonly [says: string, ...events: LeadEvent[]];

const accepted = (id: string, atMs: number, repId: string): LeadEvent => ({
  id,
  atMs,
  type: "accepted",
  repId,
});

const CASES: readonly Told[] = [
  ["a yes in time", accepted("e1", 99, "ann")],
  ["a yes at the very moment at which the time is over", accepted("e1", 100, "ann")],
  ["a yes that is too late, though nobody has noticed yet", accepted("e1", 150, "ann")],
  ["the end of the time, at its very moment", { id: "e1", atMs: 100, type: "expired" }],
  ["the end of the time, one millisecond early", { id: "e1", atMs: 99, type: "expired" }],
  [
    "the end of the time, twice under two ids",
    { id: "e1", atMs: 100, type: "expired" },
    { id: "e2", atMs: 100, type: "expired" },
  ],
  [
    "a yes after the end of the time was told",
    { id: "e1", atMs: 100, type: "expired" },
    accepted("e2", 99, "ann"),
  ],
  ["the end of the time after a yes", accepted("e1", 50, "ann"), { id: "e2", atMs: 100, type: "expired" }],
  ["a second yes, of a colleague", accepted("e1", 50, "ann"), accepted("e2", 50, "bob")],
  [
    "a second yes that was said earlier and comes later",
    accepted("e1", 50, "ann"),
    accepted("e2", 10, "bob"),
  ],
  ["the same yes twice, under one id", accepted("e1", 50, "ann"), accepted("e1", 50, "ann")],
  ["the same yes twice, under two ids", accepted("e1", 50, "ann"), accepted("e2", 51, "ann")],
  ["a yes of somebody who was not asked", accepted("e1", 50, "cyd")],
  ["a yes after a no", { id: "e1", atMs: 50, type: "declined", repId: "ann" }, accepted("e2", 60, "ann")],
  [
    "a yes that is older than the offer",
    { id: "e1", atMs: 50, type: "declined", repId: "ann" },
    accepted("e2", 40, "cyd"),
  ],
  [
    "a return by somebody who lost the lead since",
    accepted("e1", 50, "ann"),
    { id: "e2", atMs: 60, type: "reassigned", to: "bob" },
    { id: "e3", atMs: 55, type: "returned", repId: "ann" },
  ],
  [
    "first contact told twice",
    accepted("e1", 50, "ann"),
    { id: "e2", atMs: 60, type: "worked" },
    { id: "e3", atMs: 61, type: "worked" },
  ],
];

/** What the last of the events comes to. */
const lastAnswer = (events: readonly LeadEvent[]): string => {
  let { decision, state } = unwrap(desk(lead, roster, emptyState({ seed: "s" })));
  let told = "";
  for (const event of events) {
    const before = decision;
    const outcome = unwrap(desk.respond(lead, decision, event, roster, state));
    ({ decision, state } = outcome);
    const hands =
      decision.status === "offered"
        ? `offered to ${decision.offers.map(({ repId }) => repId).join(" and ")}`
        : `${decision.status}${decision.status === "assigned" ? ` to ${decision.repId}` : ""}`;
    if (outcome.refusal !== undefined)
      told = `refused, \`${outcome.refusal.rule}\`: ${outcome.refusal.reason}`;
    else told = decision === before ? `nothing: ${hands}, as before` : hands;
  }
  return told;
};

/** Each case with its answer. */
export const answersToOffers = (): readonly (readonly [says: string, answer: string])[] =>
  CASES.map(([says, ...events]) => [says, lastAnswer(events)]);
