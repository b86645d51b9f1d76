import { describe, expect, it } from "vitest";
import {
  type DrawOptions,
  emptyState,
  holderOf,
  type Roster,
  random,
  type State,
  unwrap,
} from "../../../src/index.js";
import { streamFrom } from "../../../src/random/stream.js";
import { asking, bookingOf, candidatesOf, idsOf } from "../../support/askSelector.js";
import { expectByChance, tally } from "../../support/chance.js";
import { dealOne, deskLedger, deskOf } from "../../support/desk.js";
import { asked, no, offering, rosterOf, storyOf } from "../../support/story.js";

const three = rosterOf("ann", "bob", "cyd");

const drawOptions = [{ draws: "perLead" }, { draws: "perTurn" }] as const;

const decide = (id: string, state: State, roster: Roster = three, options?: DrawOptions) =>
  unwrap(deskOf(random(options))({ id, receivedAtMs: 0 }, roster, state));

/** The state after these leads. */
const stateAfter = (options: DrawOptions, ...ids: readonly string[]): State =>
  ids.reduce((state, id) => decide(id, state, three, options).state, emptyState({ seed: "s" }));

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `lead ${i}`);

describe("random", () => {
  it.each(drawOptions)("gives everybody the same chance, whatever the weights, with $draws", (options) => {
    const roster = { reps: [{ id: "ann" }, { id: "bob", weight: 7 }, { id: "cyd", weight: 0.5 }] };
    let state = emptyState({ seed: "chance" });
    const takers = ids(900).map((_, n) => {
      const dealt = dealOne(deskOf(random(options)), roster, state, n);
      state = dealt.state;
      return dealt.taker ?? "nobody";
    });
    expectByChance([...tally(takers).values()].map((leads) => [leads, 1]));
  });

  it("draws every order as often as any other, though the ids of leads are next to each other", () => {
    const candidates = candidatesOf(three.reps);
    const orders = ids(6_000).map((leadId) =>
      idsOf(random().order(asking(candidates, { leadId }))).join(" "),
    );
    const counts = tally(orders);
    expect(counts.size).toBe(6);
    expectByChance([...counts.values()].map((leads) => [leads, 1]));
  });

  it("draws independently for leads that follow each other", () => {
    const candidates = candidatesOf(three.reps);
    const firsts = ids(9_001).map((leadId) => random().order(asking(candidates, { leadId })).at(0)?.id ?? "");
    const pairs = tally(firsts.slice(1).map((first, i) => `${firsts[i]} ${first}`));
    expect(pairs.size).toBe(9);
    expectByChance([...pairs.values()].map((leads) => [leads, 1]));
  });

  it("draws the same for a lead that is asked about again, and another order for another seed or ledger", () => {
    const candidates = candidatesOf(Array.from({ length: 12 }, (_, i) => ({ id: `rep ${i}` })));
    const orderOf = (around: Parameters<typeof asking>[1]) =>
      idsOf(random().order(asking(candidates, around))).join();
    expect(orderOf({})).toBe(orderOf({}));
    const elsewhere = { ...asking(candidates), ledger: { ...asking(candidates).ledger, name: "other" } };
    const orders = [orderOf({}), orderOf({ seed: "t" }), orderOf({ leadId: "m" })];
    expect(new Set([...orders, idsOf(random().order(elsewhere)).join()]).size).toBe(4);
  });

  it.each(drawOptions)(
    "is as likely to ask either of two after the third refused, with $draws, though the refusal is not booked",
    ({ draws }) => {
      const strategy = offering({ selector: random({ draws }), policy: { refused: "ignored" } });
      const seconds = ids(900).flatMap((id) => {
        const story = storyOf(strategy, { roster: three, lead: { id, receivedAtMs: 0 } });
        return asked(story)[0] === "ann" ? asked(story.on(1, no("ann"))) : [];
      });
      expect(seconds.length).toBeGreaterThan(200);
      expectByChance(["bob", "cyd"].map((id) => [tally(seconds).get(id) ?? 0, 1]));
    },
  );

  it.each(drawOptions)(
    "does not ask the same rep for all leads that are open side by side, with $draws",
    (options) => {
      const strategy = offering({ selector: random(options) });
      const first = ids(300).map(
        (id) => asked(storyOf(strategy, { roster: three, lead: { id, receivedAtMs: 0 } }))[0],
      );
      expectByChance([...tally(first as readonly string[]).values()].map((leads) => [leads, 1]));
    },
  );

  it("remembers nothing of its own per lead", () => {
    expect(deskLedger(stateAfter({}, "l1", "l2"))).toMatchObject({ columns: [], totals: [], outside: 0 });
    const [one, other] = [stateAfter({}, "l1"), stateAfter({}, "l1", "l2", "l3")];
    expect(holderOf(decide("l9", one).decision)).toBe(holderOf(decide("l9", other).decision));
  });

  it("draws anew for an id that comes again per turn, and remembers where the ledger's stream stands", () => {
    const options = { draws: "perTurn" } as const;
    const turns = ids(60).map(() => "customer 7");
    const takers = turns.map((id, n) =>
      holderOf(decide(id, stateAfter(options, ...turns.slice(0, n)), three, options).decision),
    );
    expect(new Set(takers).size).toBe(3);
    const stream = streamFrom(JSON.stringify(["s", "desk"]));
    for (const _ of turns) stream.next();
    const { totals } = deskLedger(stateAfter(options, ...turns));
    expect(totals.map(({ name }) => name)).toStrictEqual(["drawn 0", "drawn 1", "drawn 2", "drawn carry"]);
    const [s0, s1, s2, carry] = totals.map(({ value }) => value);
    expect([carry, s0, s1, s2]).toStrictEqual(stream.state());
  });

  it("moves the ledger's stream on for a turn that is lost, too", () => {
    const question = asking(candidatesOf(three.reps));
    const selector = random({ draws: "perTurn" });
    const [taken, lost] = (["taken", "lost"] as const).map((ended) =>
      selector.book(bookingOf(question, question.candidates[0], ended)),
    );
    expect(taken?.totals).toHaveLength(4);
    expect(lost).toStrictEqual(taken);
  });

  it("names itself where a stored stream is none", () => {
    const state = stateAfter({ draws: "perTurn" }, "l1");
    const ledgers = state.ledgers.map((ledger) => ({
      ...ledger,
      totals: ledger.totals.map((total) => ({ ...total, value: 0.123 })),
    }));
    const result = deskOf(random({ draws: "perTurn" }))({ id: "l2", receivedAtMs: 0 }, three, {
      ...state,
      ledgers,
    });
    expect(result).toMatchObject({
      left: [
        {
          path: ["strategy", "selector", "random"],
          message: "TypeError: no stream of draws ever stood where the state says",
        },
      ],
    });
  });

  it("says as which number a rep was drawn, and of how many chances", () => {
    const { explanation } = unwrap(
      deskOf(random())({ id: "l1", receivedAtMs: 0 }, three, emptyState({ seed: "s" }), { explain: true }),
    );
    expect(explanation?.tie).toBeUndefined();
    expect(explanation?.candidates.map(({ merit }) => merit)).toStrictEqual(
      [1, 2, 3].map((number) => ({
        score: 4 - number,
        share: 1 / 3,
        says: `was drawn as number ${number} of 3, with 1 of 3 chances to be the first`,
      })),
    );
  });

  it("stands in the fingerprint with where its draws come from, and refuses any other word", () => {
    const prints = [undefined, ...drawOptions].map((options) => deskOf(random(options)).fingerprint);
    expect(prints[0]).toBe(prints[1]);
    expect(prints[1]).not.toBe(prints[2]);
    for (const draws of ["perDay", null, 1])
      expect(() => random({ draws: draws as never })).toThrow(
        new RangeError('random: draws must be "perLead" or "perTurn"'),
      );
  });
});
