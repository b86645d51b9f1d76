import {
  capacity,
  cascade,
  compose,
  emptyState,
  type Lead,
  type LeadEvent,
  type Roster,
  race,
  rotation,
  type Strategy,
} from "../../../src/index.js";
import { answerTo, type Desk, kept, type World, type Writer } from "./desk.js";

/** Who asks for what, short enough to read in a list. */
type Wish = LeadEvent extends infer E ? (E extends LeadEvent ? Omit<E, "id"> : never) : never;

const strategy = compose({
  ledger: "desk",
  filters: [capacity()],
  selector: rotation(),
  delivery: cascade({ answerMs: 100, atOnce: 2 }),
});

const lead = (id: string): Lead => ({ id, receivedAtMs: 0 });

const racing = compose({
  ledger: "desk",
  filters: [capacity()],
  selector: rotation(),
  delivery: race({ openMs: 100, whenNobody: { parkForMs: 50 } }),
});

export const comes = (id: string): Writer => ({ name: `${id} comes`, lead: lead(id) });

export const wish = (id: string, name: string, event: Wish, eventId = name): Writer => ({
  name: `${id}: ${name}`,
  lead: lead(id),
  event: { ...event, id: eventId } as LeadEvent,
});

/** The desk once these leads came in. */
const worldWith = (by: Strategy, roster: Roster, ...ids: readonly string[]): World => {
  const empty: Desk = { state: emptyState({ seed: "s" }), decisions: new Map(), told: [] };
  const start: World = { strategy: by, roster, desk: empty };
  const desk = ids.reduce((so, id) => kept(so, answerTo(start, so, comes(id))), empty);
  return { ...start, desk };
};

/** The desk once these leads were offered to two reps each. */
const worldOf = (roster: Roster, ...ids: readonly string[]): World => worldWith(strategy, roster, ...ids);

/** Two leads that ann and bob race for, who have room for one each. */
export const twoRaced = (): World =>
  worldWith(
    racing,
    {
      reps: [
        { id: "ann", capacity: 1 },
        { id: "bob", capacity: 1 },
      ],
    },
    "l1",
    "l2",
  );

/** The world once these were answered, one after the other. */
const after = (world: World, ...writers: readonly Writer[]): World => ({
  ...world,
  desk: writers.reduce((desk, writer) => kept(desk, answerTo(world, desk, writer)), world.desk),
});

/** One lead, offered to ann and bob; cyd and dan come next. */
export const oneLead = (): World =>
  worldOf({ reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }, { id: "dan" }] }, "l1");

/** Two leads, both offered to ann and bob, who have room for these two and no more. */
export const twoLeads = (): World =>
  worldOf(
    {
      reps: [
        { id: "ann", capacity: 2 },
        { id: "bob", capacity: 2 },
        { id: "cyd", capacity: 1 },
      ],
    },
    "l1",
    "l2",
  );

/** Two leads, one held by ann and one by bob. */
export const twoHeld = (): World =>
  after(
    worldOf({ reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] }, "l1", "l2"),
    wish("l1", "ann accepted", { type: "accepted", atMs: 1, repId: "ann" }),
    wish("l2", "bob accepted", { type: "accepted", atMs: 1, repId: "bob" }),
  );
