import { digest } from "./digest.js";
import { numbersFrom } from "./numbersFrom.js";
import { eventAt, leadAt, momentAt, repIdAt, rosterAt, ZONES } from "./scenario.js";

const STEPS = 480;
const ROSTER_LASTS = 11;
const STORED_EVERY = 5;

const MINUTE_MS = 60_000;

const strategiesOf = ({ all, assign, available, capacity, cascade, compose, ...parts }) => {
  const {
    awakeTogether,
    expertise,
    language,
    lastTakerFirst,
    limits,
    owner,
    region,
    rotation,
    weighted,
    where,
  } = parts;
  const tierOne = where("tierOne", 1, ({ lead, rep }) => lead.segment !== "enterprise" || rep.tier === 1);
  const usual = [region(), language(), expertise(), available(), capacity()];
  return [
    compose({ ledger: "inbound", filters: usual, selector: weighted() }),
    compose({ ledger: "inbound", filters: [available(), tierOne], selector: rotation() }),
    compose({
      ledger: "__proto__",
      filters: [region({ whenUnknown: "exclude" }), language()],
      selector: weighted(),
      delivery: assign({ refundsPerRep: 1 }),
    }),
    compose({ ledger: "first come", filters: [capacity()], selector: all() }),
    compose({
      ledger: "inbound",
      filters: [available(), capacity()],
      selector: weighted(),
      delivery: cascade({ answerMs: 10 * MINUTE_MS, passes: 2, reverse: true }),
    }),
    compose({
      ledger: "offers",
      filters: [capacity(), owner({ whenAway: { retryMs: 30 * MINUTE_MS, mostMs: 300 * MINUTE_MS } })],
      selector: lastTakerFirst(rotation()),
      delivery: cascade({
        answerMs: 20 * MINUTE_MS,
        atOnce: 2,
        order: "fixed",
        rings: [{ filters: [region(), language()], endsAfterMs: 30 * MINUTE_MS }, { filters: [available()] }],
        policy: { timedOut: "ignored" },
        whenNobody: { parkForMs: 60 * MINUTE_MS },
        lookAgainUntil: "worked",
      }),
    }),
    compose({
      ledger: "inbound",
      filters: [
        available({ whenNobodyAtWork: "park", beforeLeaveMs: 20 * MINUTE_MS }),
        awakeTogether({ withinMs: 240 * MINUTE_MS }),
        limits({ exempt: ["hot"] }),
      ],
      selector: rotation(),
    }),
    compose({
      ledger: "offers",
      filters: [limits(), available({ whenNobodyAtWork: "ignoreHours" }), capacity()],
      selector: weighted(),
      delivery: cascade({ answerMs: 15 * MINUTE_MS }),
    }),
  ];
};

const zonesFrom = ({ offsetChanges }, fromMs, toMs) =>
  Object.fromEntries(ZONES.map((zone) => [zone, offsetChanges(zone, fromMs, toMs)]));

/**
 * Plays the scenario on a build of the library. One line for each step says what was done and how it ended,
 * with a digest of all that came back: decision, state, effects, refusal or problems.
 */
export const run = (fairlead) => {
  const next = numbersFrom(20_260_101);
  const strategies = strategiesOf(fairlead);
  const dealt = [];
  const steps = [];
  let state = fairlead.emptyState({ seed: "replay" });
  let roster = rosterAt(next, 0);

  const keep = (what, result, kept) => {
    const { left, right } = result;
    const { decision, refusal } = right ?? {};
    const ended = left ? "problems" : refusal ? "refused" : (decision?.status ?? "changed");
    const holder = decision && fairlead.holderOf(decision);
    const who = holder === undefined ? "" : ` ${JSON.stringify(holder.slice(0, 12))}`;
    steps.push(`${what}: ${ended}${who} ${digest(left ?? right)}`);
    if (left) return;
    state = right.state ?? right;
    if (decision) kept?.(decision);
  };

  const intake = (step, nowMs) => {
    const lead = leadAt(next, step, nowMs);
    const strategy = strategies[next(strategies.length)];
    const entry = { lead, strategy, event: undefined, decision: undefined };
    keep("lead", strategy(lead, roster, state), (decision) => {
      dealt.push({ ...entry, decision });
    });
  };

  const retry = (nowMs) => {
    const entry = dealt[next(dealt.length)];
    const options = { earlier: entry.decision, nowMs };
    keep("same lead", entry.strategy(entry.lead, roster, state, options), (decision) => {
      entry.decision = decision;
    });
  };

  const happening = (step, nowMs) => {
    const entry = dealt[next(dealt.length)];
    const again = entry.event !== undefined && next(6) === 0;
    const event = again ? entry.event : eventAt(next, step, nowMs, entry.decision);
    keep(
      again ? `${event.type} again` : event.type,
      entry.strategy.respond(entry.lead, entry.decision, event, roster, state),
      (decision) => Object.assign(entry, { decision, event }),
    );
  };

  const badInput = (step) => {
    const lead = { id: "\0", receivedAtMs: -step, score: 2 };
    keep("bad input", strategies[0](lead, { reps: [...roster.reps, ...roster.reps] }, state));
  };

  const maintenance = () => {
    const repId = repIdAt(next);
    const past = {
      ledger: "inbound",
      counts: [
        { repId, leads: next(30) },
        { repId: "new", leads: 9 },
      ],
      mostLeads: 2,
    };
    const kinds = [
      () => keep("forget", fairlead.forget(state, [repId])),
      () => keep("adopt counts", fairlead.adoptCounts(state, past)),
      () => keep("reconcile", fairlead.reconcile(state, [{ repId, openLeads: next(3) }])),
      () => keep("rename", fairlead.renameLedger(state, "__proto__", "constructor")),
    ];
    kinds[next(kinds.length)]();
  };

  for (let step = 0; step < STEPS; step += 1) {
    const nowMs = momentAt(step);
    if (step % ROSTER_LASTS === 0) roster = rosterAt(next, nowMs);
    if (step % STORED_EVERY === 0) state = JSON.parse(JSON.stringify(state));
    const kind = step < 10 ? 0 : next(40);
    if (kind < 22) intake(step, nowMs);
    else if (kind < 24) retry(nowMs);
    else if (kind < 37) happening(step, nowMs);
    else if (kind < 39) maintenance();
    else badInput(step);
  }
  return { zones: zonesFrom(fairlead, momentAt(0), momentAt(STEPS)), steps, finalState: state };
};
