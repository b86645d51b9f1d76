import * as E from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  assign,
  CREDITS_PER_LEAD,
  cascade,
  compose,
  type Decision,
  type Delivery,
  type Explanation,
  emptyState,
  type Outcome,
  placesWhere,
  rotation,
  type Strategy,
  weighted,
  where,
} from "../../src/index.js";
import {
  eligible,
  explained,
  fair,
  idempotent,
  type Law,
  neverOver,
  noFlood,
  nothingLost,
  oddIds,
  oneOwner,
  orderFree,
  pure,
  replayable,
  storable,
  strategyLaws,
  total,
  versioned,
  wakes,
  withinLimits,
} from "../../src/testing/index.js";
import { indexCursor, leastCount, rawSmoothWeights } from "../support/brokenSelectors.js";

const sound = compose({ ledger: "desk", filters: [], selector: rotation() });

const behind = (condition: Parameters<typeof where>[2]): Strategy =>
  compose({ ledger: "desk", filters: [where("broken", 1, condition)], selector: rotation() });

/** The sound strategy, with its first answer to a lead bent. */
const bent = (bend: (outcome: Outcome, ...args: Parameters<Strategy>) => Outcome): Strategy =>
  Object.assign(
    (...args: Parameters<Strategy>) => E.map((outcome: Outcome) => bend(outcome, ...args))(sound(...args)),
    {
      respond: sound.respond,
      candidates: sound.candidates,
      fingerprint: "bent",
    },
  );

/** The sound strategy, with its explanations bent. */
const telling = (bend: (explanation: Explanation) => Explanation): Strategy =>
  bent(({ explanation, ...outcome }) => ({
    ...outcome,
    ...(explanation === undefined ? {} : { explanation: bend(explanation) }),
  }));

const withField = (outcome: Outcome, field: unknown): Outcome => ({
  ...outcome,
  decision: Object.assign({}, outcome.decision, { field }),
});

const heldBy = (outcome: Outcome, repId: string): Outcome => ({
  ...outcome,
  decision: { ...outcome.decision, status: "assigned", repId } as Decision,
});

/** Takes bad input for a lead that nobody wants. */
const lenient: Strategy = Object.assign(
  (...args: Parameters<Strategy>) => {
    const nobody = sound({ id: "l1", receivedAtMs: 0 }, { reps: [] }, emptyState({ seed: "s" }));
    return E.isLeft(sound(...args)) ? nobody : sound(...args);
  },
  { respond: sound.respond, candidates: sound.candidates, fingerprint: "lenient" },
);

/** Gives a lead that somebody holds to whoever claims it. */
const takesClaims: Delivery = {
  ...assign(),
  on: (question) => {
    const { event } = question;
    if (event.type !== "claimed" || question.candidate(event.repId)._tag === "Left")
      return assign().on(question);
    return { place: () => ({ status: "assigned", repId: event.repId, counts: true }) };
  },
};

/** Offers in turn, with the delivery bent. */
const offering = (bend: (delivery: Delivery) => Partial<Delivery>): Strategy => {
  const delivery = cascade({ answerMs: 3, passes: 2, whenNobody: { parkForMs: 2 } });
  return compose({
    ledger: "desk",
    filters: [],
    selector: rotation(),
    delivery: { ...delivery, ...bend(delivery) },
  });
};

const offersInTurn = offering(() => ({}));

/** Offers in turn, with every outcome bent, of a lead that comes in or of an event. */
const bentThroughout = (bend: (outcome: Outcome) => Outcome): Strategy =>
  Object.assign((...args: Parameters<Strategy>) => E.map(bend)(offersInTurn(...args)), {
    respond: (...args: Parameters<Strategy["respond"]>) => E.map(bend)(offersInTurn.respond(...args)),
    candidates: offersInTurn.candidates,
    fingerprint: "bent",
  });

/** Offers in turn, with what it is asked about an event bent. */
const hearing = (
  bend: (...args: Parameters<Strategy["respond"]>) => Parameters<Strategy["respond"]>,
): Strategy =>
  Object.assign((...args: Parameters<Strategy>) => offersInTurn(...args), {
    respond: (...args: Parameters<Strategy["respond"]>) => offersInTurn.respond(...bend(...args)),
    candidates: offersInTurn.candidates,
    fingerprint: "hearing",
  });

const counting = (): Strategy => {
  let calls = 0;
  return behind(() => {
    calls += 1;
    return calls % 3 !== 0;
  });
};

const broken: readonly (readonly [string, Law, Strategy])[] = [
  [
    "a condition that throws",
    total,
    behind(({ rep }) => rep.weight !== 2 || (undefined as unknown as () => true)()),
  ],
  ["a strategy that answers whatever it is given", total, lenient],
  ["a condition that reads the clock", pure, behind(() => Date.now() > 0)],
  ["a condition that draws a chance", pure, behind(() => Math.random() >= 0)],
  [
    "a condition that writes on the lead",
    pure,
    behind(({ lead }) => Object.assign(lead, { seen: true }).seen),
  ],
  ["a condition that makes a new date", pure, behind(() => `${new Date()}` !== "")],
  ["a condition that asks for the time since start", pure, behind(() => performance.now() > 0)],
  [
    "a condition that draws random values",
    pure,
    behind(() => crypto.getRandomValues(new Uint8Array(1)).length > 0),
  ],
  ["a decision that holds undefined", storable, bent((outcome) => withField(outcome, undefined))],
  ["a decision that holds -0", storable, bent((outcome) => withField(outcome, -0))],
  ["a decision that holds a date", storable, bent((outcome) => withField(outcome, new Date(0)))],
  [
    "an explanation that forgets a rep",
    explained,
    telling((explanation) => ({ ...explanation, leftOut: [] })),
  ],
  [
    "an explanation that names another winner",
    explained,
    telling((explanation) => ({ ...explanation, given: ["a stranger"] })),
  ],
  [
    "an explanation that turns the order round",
    explained,
    telling((explanation) => ({ ...explanation, candidates: [...explanation.candidates].reverse() })),
  ],
  [
    "an explanation of another ledger",
    explained,
    telling((explanation) => ({ ...explanation, ledger: "other" })),
  ],
  [
    "an explanation of another strategy",
    explained,
    telling((explanation) => ({ ...explanation, strategy: "other" })),
  ],
  ["an explanation of another moment", explained, telling((explanation) => ({ ...explanation, atMs: 7e9 }))],
  [
    "an explanation that takes one rep for another",
    explained,
    telling(({ candidates, leftOut, ...explanation }) => ({
      ...explanation,
      candidates: candidates.map((each, i) => ({ ...each, repId: leftOut[i]?.repId ?? each.repId })),
      leftOut: leftOut.map((each, i) => ({ ...each, repId: candidates[i]?.repId ?? each.repId })),
    })),
  ],
  ["an explanation that hides a tie", explained, telling(({ tie: _, ...explanation }) => explanation)],
  [
    "a decision that comes out otherwise when it is explained",
    explained,
    bent((outcome, _lead, _roster, _state, options) =>
      options?.explain === true ? { ...outcome, effects: [] } : outcome,
    ),
  ],
  [
    "an explanation unasked",
    explained,
    bent((outcome, ...args) => ({
      ...E.getOrElse(() => outcome)(sound(args[0], args[1], args[2], { explain: true })),
    })),
  ],
  [
    "merits that do not agree with the order",
    explained,
    compose({
      ledger: "desk",
      filters: [],
      selector: {
        ...rotation(),
        merits:
          () =>
          ({ place }) => ({ score: place, share: 0, says: "stands there" }),
      },
    }),
  ],
  [
    "an index that knows better than its filter",
    explained,
    compose({
      ledger: "desk",
      filters: [
        {
          ...where("never", 1, () => false),
          index: (reps) => () => [{ rank: 0, places: placesWhere(reps, () => true) }],
        },
      ],
      selector: rotation(),
    }),
  ],
  ["an answer that tells nobody", versioned, bent((outcome) => ({ ...outcome, effects: [] }))],
  [
    "a state whose version stands still",
    versioned,
    bent((outcome, _lead, _roster, { version }) => ({ ...outcome, state: { ...outcome.state, version } })),
  ],
  [
    "an event that is answered whatever it is",
    total,
    Object.assign((...args: Parameters<Strategy>) => sound(...args), {
      respond: (...args: Parameters<Strategy["respond"]>) =>
        E.orElse(() => sound({ id: "l1", receivedAtMs: 0 }, { reps: [] }, emptyState({ seed: "s" })))(
          sound.respond(...args),
        ),
      candidates: sound.candidates,
      fingerprint: "lenient",
    }),
  ],
  [
    "an offer to nobody of the roster",
    eligible,
    bent((outcome) => ({
      ...outcome,
      decision: {
        ...outcome.decision,
        status: "offered",
        offers: [{ repId: "a stranger", sinceMs: 0, untilMs: 1, round: 1 }],
        waiting: [],
        wakeAtMs: 1,
      } as Decision,
    })),
  ],
  ["a condition with a memory", replayable, counting()],
  [
    "a strategy that reads the order of keys",
    storable,
    bent((outcome, _lead, _roster, state) =>
      Object.keys(state)[0] === "format" ? outcome : { ...outcome, effects: [] },
    ),
  ],
  ["a strategy that invents a rep", eligible, bent((outcome) => heldBy(outcome, "a stranger"))],
  [
    "a delivery that takes a lead from its holder",
    oneOwner,
    compose({ ledger: "desk", filters: [], selector: rotation(), delivery: takesClaims }),
  ],
  [
    "a strategy that forgets to count",
    nothingLost,
    bent((outcome, _lead, _roster, state) => ({
      ...outcome,
      state: { ...outcome.state, openLeads: state.openLeads },
    })),
  ],
  [
    "a strategy that counts each lead as one",
    nothingLost,
    bent((outcome) => ({
      ...outcome,
      state: { ...outcome.state, openEffort: outcome.state.openLeads },
    })),
  ],
  [
    "a strategy that ignores the earlier decision",
    idempotent,
    Object.assign(((lead, roster, state) => sound(lead, roster, state)) as Strategy, {
      respond: sound.respond,
      candidates: sound.candidates,
      fingerprint: "forgetful",
    }),
  ],
  [
    "a strategy that knows an event again only while it is the last",
    idempotent,
    hearing((lead, decision, ...others) => [
      lead,
      { ...decision, eventIds: decision.eventIds.slice(-1) },
      ...others,
    ]),
  ],
  [
    "a strategy that knows no event again",
    idempotent,
    hearing((lead, decision, ...others) => [lead, { ...decision, eventIds: [] }, ...others]),
  ],
  [
    "a strategy that remembers an event that never was",
    idempotent,
    bentThroughout((outcome) => ({
      ...outcome,
      decision: { ...outcome.decision, eventIds: ["never was"] },
    })),
  ],
  [
    "a strategy that tells somebody again when the lead comes in again",
    idempotent,
    bentThroughout((outcome) => ({
      ...outcome,
      effects: [{ id: "again", type: "escalate", reason: "again" }],
    })),
  ],
  [
    "a strategy that tells nobody when to come back",
    wakes,
    bentThroughout(({ effects, ...outcome }) => ({
      ...outcome,
      effects: effects.filter(({ type }) => type !== "wake"),
    })),
  ],
  [
    "a strategy that tells another moment than it waits for",
    wakes,
    bentThroughout(({ effects, ...outcome }) => ({
      ...outcome,
      effects: effects.map((effect) =>
        effect.type === "wake" ? { ...effect, atMs: effect.atMs + 1 } : effect,
      ),
    })),
  ],
  [
    "a delivery that refuses to be woken at its own moment",
    wakes,
    offering(({ on }) => ({
      on: (question) => {
        const { event, decision, nowMs } = question;
        const isWoken = event.type === "expired" || event.type === "woken";
        const isDue = decision.status === "offered" && nowMs > decision.wakeAtMs;
        return isWoken && !isDue ? { rule: "not-due", reason: "it is too early" } : on(question);
      },
    })),
  ],
  [
    "a delivery that is woken and waits for a moment that is over",
    wakes,
    offering(({ on }) => ({
      on: (question) =>
        question.event.type === "expired"
          ? { place: () => ({ status: "parked", reason: "later", wakeAtMs: 0 }) }
          : on(question),
    })),
  ],
  [
    "a strategy that hears that it is woken, and stays as it is",
    wakes,
    Object.assign((...args: Parameters<Strategy>) => offersInTurn(...args), {
      respond: (...args: Parameters<Strategy["respond"]>) =>
        args[2].type === "expired" || args[2].type === "woken"
          ? E.right({ decision: args[1], state: args[4], effects: [] })
          : offersInTurn.respond(...args),
      candidates: offersInTurn.candidates,
      fingerprint: "deaf",
    }),
  ],
  [
    "a strategy that prefers the first of the roster",
    orderFree,
    bent((outcome, _lead, { reps }) => (reps[0] === undefined ? outcome : heldBy(outcome, reps[0].id))),
  ],
  ["a condition that takes the empty id for no id", oddIds, behind(({ rep }) => Boolean(rep.id))],
  ["a strategy without the capacity filter", neverOver, sound],
  ["a strategy without the limits filter", withinLimits, sound],
  ["counting leads", noFlood, compose({ ledger: "desk", filters: [], selector: leastCount })],
  [
    "an index cursor",
    fair({ shares: "equal" }),
    compose({ ledger: "desk", filters: [], selector: indexCursor }),
  ],
  ["counting leads", fair(), compose({ ledger: "desk", filters: [], selector: leastCount })],
  ["raw smooth weights", fair(), compose({ ledger: "desk", filters: [], selector: rawSmoothWeights })],
  [
    "a bound that is one too small",
    fair({ bound: (k, n) => (k * (n - k) - 1) * CREDITS_PER_LEAD }),
    compose({ ledger: "desk", filters: [], selector: weighted() }),
  ],
  [
    "equal turns where shares go by weight",
    fair({ shares: "weighted" }),
    compose({ ledger: "desk", filters: [], selector: rotation() }),
  ],
];

describe("pure says what changed an answer:", () => {
  it.each<[string, Strategy, RegExp]>([
    ["the clock", behind(() => Date.now() > 0), /is broken: a clock or chance .*: Date\.now was asked/],
    [
      "chance, also where what was thrown is caught",
      behind(() => {
        try {
          return Math.random() >= 0;
        } catch {
          return false;
        }
      }),
      /is broken: a clock or chance changed an answer: Math\.random was asked/,
    ],
    [
      "frozen input",
      behind(({ lead }) => Object.assign(lead, { seen: true }).seen),
      /is broken: frozen input changed an answer\./,
    ],
    ["a memory", counting(), /is broken: the same calls gave other bytes\./],
  ])("%s", (_, strategy, message) => {
    expect(() => pure.check(strategy, { runs: 300, seed: 7 })).toThrow(message);
  });
});

describe("each law goes red", () => {
  it.each(broken)("for %s", (_, law, strategy) => {
    expect(() => law.check(strategy, { runs: 300, seed: 7 })).toThrow(/The law "\w+" is broken|leads/);
  });

  it("and stays green for the sound strategy that the broken ones are made from", () => {
    for (const law of strategyLaws) {
      expect(() => law.check(sound, { seed: 7 })).not.toThrow();
    }
  });

  it("and stays green for the offers in turn that the others are made from", () => {
    for (const law of [idempotent, wakes]) expect(() => law.check(offersInTurn, { seed: 7 })).not.toThrow();
  });
});

describe("idempotent", () => {
  it("goes red for a strategy that drops the ids of events when a later one comes", () => {
    const forgetful = bentThroughout((outcome) => ({
      ...outcome,
      decision: { ...outcome.decision, eventIds: outcome.decision.eventIds.slice(-1) },
    }));
    expect(() => idempotent.check(forgetful, { runs: 300, seed: 7 })).toThrow(/is broken/);
  });
});
