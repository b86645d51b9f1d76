import { describe, expect, it } from "vitest";
import {
  all,
  available,
  compose,
  type Decision,
  emptyState,
  holderOf,
  type Lead,
  owe,
  type Rep,
  type StickyOptions,
  type Strategy,
  sticky,
  unwrap,
} from "../../../src/index.js";
import { deskLedger, deskOf } from "../../support/desk.js";
import { explained, orderOf, problemOf } from "../../support/ordered.js";
import { asked, no, offering, storyOf } from "../../support/story.js";

const repsOf = (...ids: readonly string[]): readonly Rep[] => ids.map((id) => ({ id }));

const team = repsOf("ann", "bob", "cyd", "dee", "eve");

const accounts = Array.from({ length: 2_000 }, (_, i) => `account ${i}`);

const decide = (strategy: Strategy, reps: readonly Rep[], lead: Partial<Lead>, seed = "s"): Decision =>
  unwrap(strategy({ id: "l1", receivedAtMs: 0, ...lead }, { reps }, emptyState({ seed }))).decision;

const byAccount = deskOf(sticky({ by: "account" }));

/** Whose each account is. */
const dealtTo = (
  reps: readonly Rep[],
  more: Partial<Lead> = {},
  strategy = byAccount,
): readonly (string | undefined)[] =>
  accounts.map((account) => holderOf(decide(strategy, reps, { account, ...more })));

const countsOf = (holders: readonly unknown[]): readonly number[] => {
  const counts = new Map<unknown, number>();
  for (const holder of holders) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  return [...counts.values()];
};

const chiSquare = (counts: readonly number[], expected: number): number =>
  counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);

const firstOf = (reps: readonly Rep[], lead: Partial<Lead>): string =>
  orderOf(sticky({ by: "account" }), reps, lead)[0] as string;

describe("sticky", () => {
  it("gives leads of one account to one rep, whatever the lead's id, the ledger and the case", () => {
    const other = compose({ ledger: "other", filters: [], selector: sticky({ by: "account" }) });
    for (const account of accounts.slice(0, 40)) {
      const one = holderOf(decide(byAccount, team, { account }));
      expect(holderOf(decide(other, team, { account: ` ${account.toUpperCase()} `, id: "l2" }))).toBe(one);
    }
  });

  it("gives each rep about as many accounts", () => {
    // 18.5 is passed once in 1,000 by five lots drawn evenly (chi-square, 4 degrees of freedom); the seeds are fixed.
    for (const ids of [
      ["ann", "bob", "cyd", "dee", "eve"],
      ["1", "2", "3", "4", "5"],
      ["", "a", "aa", "aaa", "b"],
    ])
      expect(chiSquare(countsOf(dealtTo(repsOf(...ids))), 400)).toBeLessThan(18.5);
  });

  it("gives every order of three reps to about as many accounts", () => {
    const orders = accounts.map((account) =>
      orderOf(sticky({ by: "account" }), team.slice(0, 3), { account }).join(),
    );
    // 20.5 is passed once in 1,000 (5 degrees of freedom).
    expect(countsOf(orders)).toHaveLength(6);
    expect(chiSquare(countsOf(orders), 2_000 / 6)).toBeLessThan(20.5);
  });

  it("moves nobody's accounts but a leaver's", () => {
    const before = dealtTo(team);
    const after = dealtTo(team.filter(({ id }) => id !== "cyd"));
    before.forEach((holder, i) => {
      if (holder !== "cyd") expect(after[i]).toBe(holder);
    });
    // What was cyd's is spread over the four who stay: 16.3 is passed once in 1,000 (3 degrees of freedom).
    const moved = after.filter((_, i) => before[i] === "cyd");
    expect(chiSquare(countsOf(moved), moved.length / 4)).toBeLessThan(16.3);
  });

  it("moves accounts to a newcomer alone, and about its part of them", () => {
    const before = dealtTo(team);
    const after = dealtTo([...team, { id: "new" }]);
    const moved = after.filter((holder, i) => holder !== before[i]);
    expect(new Set(moved)).toStrictEqual(new Set(["new"]));
    // 2,000 / 6 is 333; four standard deviations are 4 * sqrt(2,000 * 1/6 * 5/6), about 67.
    expect(Math.abs(moved.length - 2_000 / 6)).toBeLessThan(67);
  });

  it("draws other lots for a key of another name, whatever it reads", () => {
    const by = (name: string) =>
      deskOf(sticky({ by: { name, version: 1, keyOf: ({ account }) => account } }));
    const [customers, orders] = [by("customer"), by("order")];
    const agree = accounts
      .slice(0, 40)
      .filter(
        (account) =>
          holderOf(decide(customers, team, { account })) === holderOf(decide(orders, team, { account })),
      );
    // One in five agree by chance: 8, and four standard deviations are 10.
    expect(agree.length).toBeLessThan(18);
  });

  it("draws other lots with another seed", () => {
    const same = accounts.filter(
      (account) =>
        holderOf(decide(byAccount, team, { account })) ===
        holderOf(decide(byAccount, team, { account }, "other")),
    );
    // One in five agree by chance: 400, and four standard deviations are 72.
    expect(Math.abs(same.length - 400)).toBeLessThan(72);
  });

  it("has the next in the account's order stand in, and comes back", () => {
    const order = orderOf(sticky({ by: "account" }), team, { account: "acme" });
    const [first, second] = order;
    const strategy = compose({ ledger: "desk", filters: [available()], selector: sticky({ by: "account" }) });
    const away = team.map((rep) => (rep.id === first ? { ...rep, presence: "away" as const } : rep));
    expect(holderOf(decide(strategy, away, { account: "acme" }))).toBe(second);
    expect(holderOf(decide(strategy, team, { account: "acme" }))).toBe(first);
    const offers = storyOf(offering({ selector: sticky({ by: "account" }) }), {
      roster: { reps: team },
      lead: { id: "l1", receivedAtMs: 0, account: "acme" },
    });
    expect([asked(offers), asked(offers.on(1, no(first as string)))]).toStrictEqual([[first], [second]]);
  });

  it("deals an account anew after its time, each at a moment of its own, and not before", () => {
    const everyMs = 1_000;
    const strategy = deskOf(sticky({ by: "account", expiresAfterMs: everyMs }));
    const changes = accounts.slice(0, 200).map((account) => {
      const at = Array.from({ length: 40 }, (_, i) =>
        orderOf(sticky({ by: "account", expiresAfterMs: everyMs }), team, {
          account,
          receivedAtMs: i * 100,
        }).join(),
      );
      return at.flatMap((order, i) => (i > 0 && order !== at[i - 1] ? [i] : []));
    });
    for (const moments of changes) {
      // Once in each second of four; an order may be drawn twice in a row, one time in 120.
      const [first = 0] = moments;
      expect(moments.every((moment) => (moment - first) % 10 === 0)).toBe(true);
      expect(moments.length).toBeGreaterThan(1);
    }
    expect(new Set(changes.map(([first]) => (first ?? 0) % 10)).size).toBe(10);
    expect(decide(strategy, team, { account: "acme", receivedAtMs: 8.64e15 }).status).toBe("assigned");
    expect(decide(strategy, team, { account: "acme", receivedAtMs: 1e308 }).status).toBe("assigned");
  });

  it("goes by the first key that the lead has", () => {
    const by = deskOf(sticky({ by: ["account", "domain"] }));
    const mail = { email: "x@acme.example" };
    for (const [a, b] of [
      [{ account: "a", ...mail }, { account: "a" }],
      [{ account: " ", ...mail }, { email: "Y@ACME.example" }],
    ])
      expect(holderOf(decide(by, team, a as Lead))).toBe(holderOf(decide(by, team, b as Lead)));
  });

  it("goes by rotation, or by another selector, where the lead has no key", () => {
    const holders = (options: StickyOptions) => {
      let state = emptyState({ seed: "s" });
      return ["l1", "l2", "l3"].map((id) => {
        const outcome = unwrap(deskOf(sticky(options))({ id, receivedAtMs: 0 }, { reps: team }, state));
        state = outcome.state;
        return [holderOf(outcome.decision), deskLedger(state).credits.some((credit) => credit !== 0)];
      });
    };
    expect(holders({ by: "account" })).toStrictEqual([
      ["ann", true],
      ["bob", true],
      ["cyd", true],
    ]);
    expect(holders({ by: "account", withoutKey: all() })).toStrictEqual([
      ["ann", false],
      ["ann", false],
      ["ann", false],
    ]);
  });

  it("books nothing for a lead with a key", () => {
    const before = emptyState({ seed: "s" });
    const lead = { id: "l1", receivedAtMs: 0, account: "acme" };
    const { decision, state } = unwrap(byAccount(lead, { reps: team }, before));
    expect(decision).toMatchObject({ share: 1, price: 0 });
    expect(deskLedger(state)).toMatchObject({ outside: 0, columns: [], totals: [] });
  });

  it("goes by a key of your own, letter by letter", () => {
    const own = (version: number) =>
      sticky({
        by: {
          name: "customer",
          version,
          keyOf: ({ attributes }: Lead): string => attributes?.["no"] as string,
        },
      });
    const firsts = ["a", "A", "b", "B", "c", "C"].map((no) =>
      orderOf(own(1), team, { attributes: { no } }).join(),
    );
    expect(new Set(firsts).size).toBe(6);
    expect(orderOf(own(1), team, { attributes: { no: "" } })).toStrictEqual(team.map(({ id }) => id));
    expect(deskOf(own(1)).fingerprint).not.toBe(deskOf(own(2)).fingerprint);
    expect(problemOf(own(1), { attributes: { no: 7 } })).toBe(
      'strategy.selector.sticky: TypeError: the key "customer" is 7, which is no text',
    );
  });

  it("leaves out who is of weight 0, and takes no notice of other weights", () => {
    const first = firstOf(team, { account: "acme" });
    const weighing = (weight: number) =>
      team.map((rep) => (rep.id === first ? { ...rep, weight } : { ...rep, weight: 9 }));
    expect(firstOf(weighing(0.001), { account: "acme" })).toBe(first);
    expect(orderOf(sticky({ by: "account" }), weighing(0), { account: "acme" })).not.toContain(first);
  });

  describe("that holds the lead", () => {
    const filters = [owe(available({ whenNobodyAtWork: "park" }), { mostLeads: 1 })];
    const holding = (more: Partial<StickyOptions> = {}) =>
      compose({ ledger: "desk", filters, selector: sticky({ by: "account", whenAway: "hold", ...more }) });
    const [first, second, third] = orderOf(sticky({ by: "account" }), team, { account: "acme" });
    const off = (id: string | undefined, toMs = 500): readonly Rep[] =>
      team.map((rep) => (rep.id === id ? { ...rep, timeOff: [{ fromMs: 0, toMs }] } : rep));
    const story = (reps: readonly Rep[], strategy = holding()) =>
      storyOf(strategy, { roster: { reps }, lead: { id: "l1", receivedAtMs: 0, account: "acme" } });

    it("waits for the account's rep, who has the lead once it is back", () => {
      const waiting = story(off(first));
      expect(waiting.decision).toMatchObject({ status: "parked", wakeAtMs: 500 });
      expect(holderOf(waiting.on(500, { type: "woken" }).decision)).toBe(first);
    });

    it("waits for the first who takes turns, whoever of weight 0 stands before", () => {
      const resting = off(second).map((rep) => (rep.id === first ? { ...rep, weight: 0 } : rep));
      expect(story(resting).decision).toMatchObject({ status: "parked", wakeAtMs: 500 });
    });

    it("waits for nobody else", () => {
      expect(holderOf(story(off(second)).decision)).toBe(first);
      const gone = off(first).map((rep) => (rep.id === first ? { ...rep, active: false } : rep));
      expect(holderOf(story(gone).decision)).toBe(second);
      expect(third).toBeDefined();
    });

    it("waits no longer than it is told", () => {
      const at = (nowMs: number) => {
        const lead = { id: "l1", receivedAtMs: 100, account: "acme" };
        const outcome = holding({ mostWaitMs: 50 })(lead, { reps: off(first) }, emptyState({ seed: "s" }), {
          nowMs,
        });
        return holderOf(unwrap(outcome).decision);
      };
      expect([at(149), at(150)]).toStrictEqual([undefined, second]);
    });

    it("goes on where it is not told to hold, or the filter forgives", () => {
      expect(holderOf(story(off(first), holding({ whenAway: "pass" })).decision)).toBe(second);
      const forgiving = compose({
        ledger: "desk",
        filters: [available({ whenNobodyAtWork: "park" })],
        selector: sticky({ by: "account", whenAway: "hold" }),
      });
      expect(holderOf(story(off(first), forgiving).decision)).toBe(second);
    });
  });

  it("says why without the account's name", () => {
    const { candidates } = explained(sticky({ by: "email" }), team, { email: "me@home.example" });
    expect(candidates[0]?.merit?.says).toBe("has its place in the order of this email, which stays the same");
  });

  it("says nothing of the order where the other does not", () => {
    const { merits: _, ...silent } = all();
    const { candidates } = explained(sticky({ by: "account", withoutKey: silent }), team);
    expect(candidates[0]).not.toHaveProperty("merit");
  });

  it("asks for no filters where the other needs everybody", () => {
    expect(sticky({ by: "account" })).not.toHaveProperty("needsEverybody");
    expect(sticky({ by: "account", withoutKey: { ...all(), needsEverybody: true } }).needsEverybody).toBe(
      true,
    );
  });

  it.each<readonly [unknown, string]>([
    [{}, "by must be"],
    [{ by: "name" }, "by must be"],
    [{ by: [] }, "by must be"],
    [{ by: { name: "", version: 1, keyOf: () => "" } }, "a key of your own needs"],
    [{ by: { name: "a", keyOf: () => "" } }, "a key of your own needs"],
    [{ by: null }, "by must be"],
    [{ by: { name: "a", version: 1, keyOf: "a" } }, "a key of your own needs"],
    [{ by: "account", expiresAfterMs: 0 }, "expiresAfterMs must be"],
    [{ by: "account", expiresAfterMs: 1.5 }, "expiresAfterMs must be"],
    [{ by: "account", whenAway: "keep" }, "whenAway must be"],
    [{ by: "account", mostWaitMs: 5 }, "mostWaitMs must be"],
    [{ by: "account", whenAway: "hold", mostWaitMs: -1 }, "mostWaitMs must be"],
    [{ by: "account", withoutKey: all }, "needs a selector"],
  ])("refuses %j", (options, why) => {
    expect(() => sticky(options as never)).toThrow(RangeError);
    expect(() => sticky(options as never)).toThrow(`sticky: ${why}`);
  });

  it("stands in the fingerprint by its options", () => {
    const prints = [
      sticky({ by: "account" }),
      sticky({ by: "email" }),
      sticky({ by: ["account", "email"] }),
      sticky({ by: "account", expiresAfterMs: 1 }),
      sticky({ by: "account", whenAway: "hold" }),
      sticky({ by: "account", whenAway: "hold", mostWaitMs: 1 }),
      sticky({ by: "account", withoutKey: all() }),
    ];
    expect(new Set(prints.map((each) => deskOf(each).fingerprint)).size).toBe(prints.length);
  });
});
