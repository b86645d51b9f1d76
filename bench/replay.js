import { performance } from "node:perf_hooks";
import {
  assign,
  available,
  capacity,
  cascade,
  compose,
  emptyState,
  replay,
  rotation,
  unwrap,
} from "../dist/index.js";

const LEADS = 10_000;
const EVENTS = 1_000_000;
const REPS = 20;
const OPEN_AT_ONCE = 100;

const roster = {
  reps: Array.from({ length: REPS }, (_, i) => ({
    id: `rep-${String(i).padStart(2, "0")}`,
    capacity: OPEN_AT_ONCE,
  })),
};

/** Each lead lives through its share of the events; a hundred leads are open at a time, and each is closed at its end. */
function* lives(eventsOf) {
  const each = EVENTS / LEADS;
  for (let first = 0; first < LEADS; first += OPEN_AT_ONCE) {
    const ids = Array.from({ length: OPEN_AT_ONCE }, (_, i) => `lead-${first + i}`);
    const startMs = first * 1_000_000;
    for (const id of ids) yield { type: "lead", lead: { id, receivedAtMs: startMs }, roster };
    for (let n = 0; n < each - 1; n += 1) {
      const atMs = startMs + (n + 1) * 1000;
      for (const leadId of ids)
        yield { type: "event", leadId, event: { id: `e${n}`, atMs, ...eventsOf(n) }, roster };
    }
    for (const leadId of ids) {
      const event = { id: "end", atMs: startMs + each * 1000, type: "closed", result: "won" };
      yield { type: "event", leadId, event, roster };
    }
  }
}

const parts = { ledger: "desk", filters: [available(), capacity()], selector: rotation() };

const runs = {
  "offers in turn, each left to run out": [
    compose({ ...parts, delivery: cascade({ answerMs: 1000, passes: 1000 }) }),
    () => ({ type: "expired" }),
  ],
  "a push, returned again and again": [
    compose({ ...parts, delivery: assign() }),
    (n) => ({ type: n % 2 === 0 ? "returned" : "updated" }),
  ],
};

globalThis.gc?.();
console.log(
  `${EVENTS} events over ${LEADS} leads and ${REPS} reps, ${OPEN_AT_ONCE} leads open at a time, closed ones forgotten`,
);
for (const [name, [strategy, eventsOf]] of Object.entries(runs)) {
  let changed = 0;
  let refused = 0;
  let mostHeap = 0;
  let answers = 0;
  const each = ({ refusal }) => {
    if (refusal === undefined) changed += 1;
    else refused += 1;
    answers += 1;
    if (answers % 100_000 === 0) {
      globalThis.gc?.();
      mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed);
    }
  };
  const start = performance.now();
  const log = { first: emptyState({ seed: "bench" }), entries: lives(eventsOf) };
  const { leads } = unwrap(replay(strategy, log, { each, forgetClosed: true }));
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${((seconds / answers) * 1e6).toFixed(1)} us an answer; ${changed} answered, ${refused} refused; at most ${(mostHeap / 1e6).toFixed(0)} MB; ${leads.size} leads left`,
  );
}
