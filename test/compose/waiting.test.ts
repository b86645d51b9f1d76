import { describe, expect, it } from "vitest";
import {
  available,
  CREDITS_PER_LEAD,
  capacity,
  compose,
  emptyState,
  type Filter,
  holderOf,
  type LeadEvent,
  type Move,
  type Outcome,
  type Placement,
  type Ranking,
  type Roster,
  rotation,
  unwrap,
  weighted,
} from "../../src/index.js";
import { deskLedger } from "../support/desk.js";
import { offered, scripted, taken } from "../support/scripted.js";

const lead = { id: "l1", receivedAtMs: 0 };

const three: Roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };

interface Script {
  readonly start?: Placement;
  readonly moves: Readonly<Record<string, Move>>;
  readonly filters?: readonly Filter[];
  readonly roster?: Roster;
}

/** Plays the events, in the order of the moves, and gives every outcome. */
const played = ({
  start = offered(10, "ann"),
  moves,
  filters = [],
  roster = three,
}: Script): readonly Outcome[] => {
  const strategy = compose({
    ledger: "desk",
    filters,
    selector: rotation(),
    delivery: scripted(() => start, moves),
  });
  const outcomes = [unwrap(strategy(lead, roster, emptyState({ seed: "s" })))];
  for (const id of Object.keys(moves)) {
    const { decision, state } = outcomes.at(-1) as Outcome;
    const event: LeadEvent = { id, atMs: 5, type: "woken" };
    outcomes.push(unwrap(strategy.respond(lead, decision, event, roster, state)));
  }
  return outcomes;
};

const last = (script: Script): Outcome => played(script).at(-1) as Outcome;

const inThirds = (outcome: Outcome): readonly number[] =>
  deskLedger(outcome.state).credits.map((credit) => (credit * 3) / CREDITS_PER_LEAD);

describe("a turn that is lost", () => {
  it("is charged among those then in play, and its rep is not asked again", () => {
    const { decision, ...outcome } = last({
      moves: { declined: { lost: ["ann"], place: (ranking) => offered(20, ranking().at(0)?.id ?? "") } },
    });
    expect(inThirds({ decision, ...outcome })).toStrictEqual([-2, 1, 1]);
    expect(decision).toMatchObject({ status: "offered", tried: ["ann"], offers: [{ repId: "bob" }] });
  });

  it("is charged one after the other, each among those who had not lost theirs", () => {
    const outcome = last({ moves: { e: { lost: ["ann", "bob"], place: () => offered(20, "cyd") } } });
    expect(deskLedger(outcome.state).credits.map((credit) => (credit * 6) / CREDITS_PER_LEAD)).toStrictEqual([
      -4, -1, 5,
    ]);
  });

  it("is charged to a rep whom the filters leave out by now, among the others and itself", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [available()],
      selector: rotation(),
      delivery: scripted(() => offered(10, "ann"), { e: { lost: ["ann"], place: () => offered(20, "bob") } }),
    });
    const first = unwrap(strategy(lead, three, emptyState({ seed: "s" })));
    const away = { reps: three.reps.map((rep) => (rep.id === "ann" ? { ...rep, active: false } : rep)) };
    const event: LeadEvent = { id: "e", atMs: 5, type: "woken" };
    const outcome = unwrap(strategy.respond(lead, first.decision, event, away, first.state));
    expect(inThirds(outcome)).toStrictEqual([-2, 1, 1]);
  });

  it("of a rep who left the roster is passed over", () => {
    const { state } = last({ moves: { e: { lost: ["dee"], place: () => offered(20, "bob") } } });
    expect(state.ledgers).toStrictEqual([]);
  });
});

describe("asking again", () => {
  const first = (ranking: () => Ranking): Placement => {
    const { length } = ranking();
    return { status: "parked", reason: `${length} left`, wakeAtMs: 9 };
  };

  it("leaves out whoever gave the lead up, until everybody may be asked again", () => {
    const reasons = played({
      moves: {
        a: { setAside: ["ann"], place: first },
        b: { setAside: ["bob"], place: first },
        c: { place: (ranking) => first(() => ranking({ again: ["ann", "bob", "cyd"] })) },
      },
    }).map(({ decision }) => (decision.status === "parked" ? decision.reason : ""));
    expect(reasons).toStrictEqual(["", "2 left", "1 left", "3 left"]);
  });
});

describe("an open offer", () => {
  it("is not counted against its own rep when it accepts", () => {
    const roster = { reps: [{ id: "ann", capacity: 1 }] };
    const { decision, state } = last({
      roster,
      filters: [capacity()],
      moves: { yes: { place: () => taken("ann") } },
    });
    expect(holderOf(decision)).toBe("ann");
    expect([state.openLeads, state.openOffers]).toStrictEqual([[1], [0]]);
  });

  it("keeps its rep from other leads that go beyond its capacity", () => {
    const roster = { reps: [{ id: "ann", capacity: 1 }] };
    const [{ state }] = played({ roster, filters: [capacity()], moves: {} }) as [Outcome];
    const desk = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });
    expect(unwrap(desk({ id: "l2", receivedAtMs: 0 }, roster, state)).decision.status).toBe("unassigned");
  });

  it("stays open, unchecked, while another is made; and only the news is told", () => {
    const outcomes = played({
      start: offered(10, "ann"),
      moves: {
        more: { place: () => offered(10, "ann", "bob") },
        later: { place: () => offered(20, "ann", "bob") },
      },
    });
    const told = outcomes.map(({ effects }) =>
      effects.map((effect) =>
        effect.type === "tell"
          ? `${effect.what} ${effect.repId}`
          : `${effect.type} ${effect.type === "wake" ? effect.atMs : effect.reason}`,
      ),
    );
    expect(told).toStrictEqual([
      ["offered ann", "wake 10"],
      ["offered bob"],
      ["offered ann", "offered bob", "wake 20"],
    ]);
  });

  it("of a rep who left in the meantime is not checked again", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [],
      selector: rotation(),
      delivery: scripted(() => offered(10, "ann"), { e: { place: () => offered(10, "ann", "bob") } }),
    });
    const { decision, state } = unwrap(strategy(lead, three, emptyState({ seed: "s" })));
    const without = { reps: three.reps.slice(1) };
    const result = strategy.respond(lead, decision, { id: "e", atMs: 5, type: "woken" }, without, state);
    expect(unwrap(result).state.openOffers).toStrictEqual([1, 1, 0]);
  });

  it("is withdrawn from everybody when the lead is closed", () => {
    const { effects } = last({
      start: offered(10, "ann", "bob"),
      moves: { e: { place: () => ({ status: "closed", result: "lost" }) } },
    });
    expect(effects.map((effect) => effect.type === "tell" && [effect.what, effect.repId])).toStrictEqual([
      ["withdrawn", "ann"],
      ["withdrawn", "bob"],
    ]);
  });
});

describe("a pool", () => {
  it("tells everybody who may claim, and wakes when asked to", () => {
    const { effects, state } = last({
      start: { status: "pooled", mode: "open", mayClaim: ["bob", "cyd"], wakeAtMs: 9 },
      moves: {},
    });
    expect(
      effects.map((effect) => (effect.type === "tell" ? `${effect.what} ${effect.repId}` : effect.type)),
    ).toStrictEqual(["claimable bob", "claimable cyd", "wake"]);
    expect(state.openOffers).toStrictEqual([]);
  });
});

describe("whoever takes the lead out of the order", () => {
  it("pays for it among all, and the first of the order is the runner-up", () => {
    const outcome = last({ moves: { e: { place: () => taken("cyd") } } });
    expect(inThirds(outcome)).toStrictEqual([1, 1, -2]);
    expect(outcome.decision).toMatchObject({ repId: "cyd", runnerUp: { repId: "ann" } });
  });

  it("pays nothing, and nobody gains, when it takes no turn by now", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [],
      selector: weighted(),
      delivery: scripted(() => offered(10, "ann"), { e: { place: () => taken("ann") } }),
    });
    const { decision, state } = unwrap(strategy(lead, three, emptyState({ seed: "s" })));
    const weightless = { reps: [{ id: "ann", weight: 0 }, ...three.reps.slice(1)] };
    const event: LeadEvent = { id: "e", atMs: 5, type: "woken" };
    const outcome = unwrap(strategy.respond(lead, decision, event, weightless, state));
    expect(outcome.decision).toMatchObject({ repId: "ann", share: 0, price: 0 });
    expect(outcome.state.ledgers).toStrictEqual([]);
  });

  it("keeps what it has when it is left with the lead, even where no filter would let it through", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [available()],
      selector: rotation(),
      delivery: scripted(() => taken("ann"), {
        e: { place: () => ({ status: "assigned", repId: "ann", counts: false }) },
      }),
    });
    const { decision, state } = unwrap(strategy(lead, three, emptyState({ seed: "s" })));
    const away = { reps: three.reps.map((rep) => ({ ...rep, active: false })) };
    const outcome = unwrap(
      strategy.respond(lead, decision, { id: "e", atMs: 5, type: "woken" }, away, state),
    );
    expect(outcome.decision).toMatchObject({
      repId: "ann",
      price: CREDITS_PER_LEAD,
      share: 1 / 3,
      revision: 1,
    });
    expect(outcome.state).toBe(state);
    expect(outcome.effects).toStrictEqual([]);
  });
});

describe("a price", () => {
  it("goes back on the ledger where it was paid, though another strategy answers", () => {
    const [one, two] = ["one", "two"].map((ledger) => compose({ ledger, filters: [], selector: rotation() }));
    const given = unwrap((one as NonNullable<typeof one>)(lead, three, emptyState({ seed: "s" })));
    const event: LeadEvent = { id: "e", atMs: 5, type: "closed", result: "no-show" };
    const { state } = unwrap(
      (two as NonNullable<typeof two>).respond(lead, given.decision, event, three, given.state),
    );
    expect(state.ledgers.map(({ name, outside }) => [name, outside])).toStrictEqual([
      ["one", -CREDITS_PER_LEAD],
    ]);
  });
});
