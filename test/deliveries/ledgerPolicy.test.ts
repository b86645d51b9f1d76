import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assign,
  CREDITS_PER_LEAD,
  cascade,
  compose,
  emptyState,
  LEDGER_POLICY,
  type LedgerPolicy,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";
import { type Bound, outOfBounds, theoremT } from "../../src/testing/fairness/mirror.js";
import { deskLedger } from "../support/desk.js";
import {
  expired,
  type Happening,
  no,
  offering,
  owedIn,
  returned,
  rosterOf,
  storyOf,
} from "../support/story.js";

const assigning = (policy: Partial<LedgerPolicy>) =>
  compose({ ledger: "desk", filters: [], selector: rotation(), delivery: assign({ policy }) });

const closed = (result: "won" | "no-show" | "cancelled" | "disqualified"): Happening => ({
  type: "closed",
  result,
});
const merged: Happening = { type: "merged", into: "l0" };
const toBob: Happening = { type: "reassigned", to: "bob" };
const released: Happening = { type: "released" };

/** In sixths of a lead: ann, bob and cyd, before and after. ann had the lead in her turn. */
const BEFORE = [-4, 2, 2];

// Each cell: a row, its value, what happens, and what the accounts are then.
const cells: readonly (readonly [keyof LedgerPolicy, string, Happening, readonly number[]])[] = [
  ["returned", "givesBack", returned, [2, -1, 5]],
  ["returned", "counts", returned, [-4, -1, 5]],
  ["released", "givesBack", released, [2, -1, 5]],
  ["released", "counts", released, [-4, -1, 5]],
  ["noShow", "givesBack", closed("no-show"), [2, 2, 2]],
  ["noShow", "counts", closed("no-show"), BEFORE],
  ["cancelled", "givesBack", closed("cancelled"), [2, 2, 2]],
  ["cancelled", "counts", closed("cancelled"), BEFORE],
  ["disqualified", "givesBack", closed("disqualified"), [2, 2, 2]],
  ["disqualified", "counts", closed("disqualified"), BEFORE],
  ["merged", "givesBack", merged, [2, 2, 2]],
  ["merged", "counts", merged, BEFORE],
  ["reassignedAway", "givesBack", toBob, [2, 2, 2]],
  ["reassignedAway", "counts", toBob, BEFORE],
  ["reassignedTo", "ignored", toBob, [2, 2, 2]],
  ["reassignedTo", "counts", toBob, [2, -1, 5]],
];

describe("a lead that was assigned", () => {
  it.each(cells)("of which %s %s leaves the accounts so", (row, value, happening, after) => {
    const story = storyOf(assigning({ [row]: value }));
    expect(owedIn(6, story)).toStrictEqual(BEFORE);
    expect(owedIn(6, story.on(1, happening))).toStrictEqual(after);
    // Where the cell is the default, it need not be said.
    const isDefault = LEDGER_POLICY[row] === value;
    const unsaid = storyOf(assigning({})).on(1, happening);
    expect(owedIn(6, unsaid).join() === after.join()).toBe(isDefault);
  });

  it("and won counts, whatever the policy", () => {
    const back = { noShow: "givesBack", cancelled: "givesBack", disqualified: "givesBack" } as const;
    expect(owedIn(6, storyOf(assigning(back)).on(1, closed("won")))).toStrictEqual(BEFORE);
  });

  it("and no longer fits its holder gives back, whatever the policy: nobody gave it up", () => {
    const isBig = {
      name: "isBig",
      test: ({ lead, rep }) =>
        rep.id === "ann" && (lead.value ?? 0) > 10
          ? { passes: false, reason: "is new" }
          : { passes: true, rank: 0 },
    } as const satisfies Parameters<typeof compose>[0]["filters"][number];
    const policy = { returned: "counts", released: "counts", reassignedAway: "counts" } as const;
    const delivery = assign({ policy, lookAgainUntil: "worked" });
    const strategy = compose({ ledger: "desk", filters: [isBig], selector: rotation(), delivery });
    const big = { lead: { id: "l1", receivedAtMs: 0, value: 11 } };
    expect(owedIn(6, storyOf(strategy).on(1, { type: "updated" }, big))).toStrictEqual([2, -1, 5]);
  });
});

describe("an offer", () => {
  it.each([
    ["refused", "counts", no("ann"), 1, [-4, 2, 2]],
    ["refused", "ignored", no("ann"), 1, [0, 0, 0]],
    ["timedOut", "counts", expired, 60, [-4, 2, 2]],
    ["timedOut", "ignored", expired, 60, [0, 0, 0]],
  ] as const)("of which %s %s leaves the accounts so", (row, value, happening, atMs, after) => {
    expect(owedIn(6, storyOf(offering({ policy: { [row]: value } })).on(atMs, happening))).toStrictEqual(
      after,
    );
  });
});

describe("a lead moved by hand that counts", () => {
  it("is booked among those who may have it, the new holder with them though it gave the lead up before", () => {
    const story = storyOf(assigning({ reassignedTo: "counts" })).on(1, returned);
    expect(owedIn(6, story)).toStrictEqual([2, -1, 5]);
    // bob is paid back, and ann takes a turn among herself and cyd.
    const back = story.on(2, { type: "reassigned", to: "ann" });
    expect(owedIn(6, back)).toStrictEqual([2 + 3 - 6, -1 + 6, 5 + 3]);
    expect(back.decision).toMatchObject({ repId: "ann", price: CREDITS_PER_LEAD });
  });

  it("gives its price back when it comes back", () => {
    const story = storyOf(assigning({ reassignedTo: "counts" }))
      .on(1, toBob)
      .on(2, closed("no-show"));
    expect(owedIn(6, story)).toStrictEqual([2, 5, 5]);
  });
});

/** Theorem T, with as many leads more on either side. */
const loosened =
  (leads: number): Bound =>
  (k, n) =>
    theoremT(k, n) + 2 * leads * CREDITS_PER_LEAD;

/** Deals leads, and moves some of them to whoever is owed least: as badly as a manager can. */
const withHands = (rosters: readonly (readonly string[])[], isMoved: readonly boolean[]) => {
  const strategy = assigning({ reassignedTo: "counts", reassignedAway: "counts" });
  let state: State = emptyState({ seed: "s" });
  let moved = 0;
  const seen: { readonly sorted: readonly number[]; readonly moved: number }[] = [];
  for (const [n, ids] of rosters.entries()) {
    const lead = { id: `lead ${n}`, receivedAtMs: n };
    const roster = rosterOf(...ids);
    let outcome = unwrap(strategy(lead, roster, state));
    const owed = (id: string) => deskLedger(outcome.state).credits[outcome.state.ids.indexOf(id)] ?? 0;
    const to = [...ids].sort((a, b) => owed(a) - owed(b))[0];
    if (isMoved[n] === true && to !== undefined) {
      const event = { id: "e", atMs: n, type: "reassigned", to } as const;
      outcome = unwrap(strategy.respond(lead, outcome.decision, event, roster, outcome.state));
      moved += outcome.refusal === undefined ? 1 : 0;
    }
    state = outcome.state;
    seen.push({ sorted: [...deskLedger(state).credits].sort((a, b) => b - a), moved });
  }
  return seen;
};

describe("leads given out of turn that count", () => {
  const ids = ["a", "b", "c", "d", "e"];

  it("loosen Theorem T by at most a lead each, on either side", () => {
    const some = fc.subarray(ids, { minLength: 1 });
    const story = fc.array(fc.tuple(some, fc.boolean()), { maxLength: 60 });
    fc.assert(
      fc.property(story, (all) => {
        const seen = withHands(
          all.map(([roster]) => roster),
          all.map(([, isMoved]) => isMoved),
        );
        for (const { sorted, moved } of seen) expect(outOfBounds(sorted, loosened(moved))).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it("do break Theorem T as it stands", () => {
    const rosters = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? ids : ids.slice(0, 2)));
    const seen = withHands(
      rosters,
      rosters.map(() => true),
    );
    expect(seen.some(({ sorted }) => outOfBounds(sorted, theoremT) !== undefined)).toBe(true);
  });
});

describe("the policy", () => {
  it("is refused where a row or a value means nothing", () => {
    const said = (policy: unknown) => {
      try {
        cascade({ answerMs: 1, policy: policy as Partial<LedgerPolicy> });
      } catch (error) {
        return error instanceof RangeError ? error.message : error;
      }
      return "accepted";
    };
    expect(said({ returnd: "counts" })).toBe('cascade: the policy has no row "returnd"');
    expect(said({ constructor: "counts" })).toBe('cascade: the policy has no row "constructor"');
    expect(said({ refused: "givesBack" })).toBe('cascade: policy.refused must be one of "counts", "ignored"');
    expect(said({ lapsed: "ignored" })).toBe('cascade: policy.lapsed must be one of "counts", "givesBack"');
    for (const policy of [null, "counts", 7])
      expect(said(policy)).toBe("cascade: the policy must be an object");
    expect(said({ refused: undefined })).toBe("accepted");
    expect(() => assign({ policy: { noShow: 1 as never } })).toThrow(/^assign: policy.noShow/);
  });

  it("stands in the fingerprint, row by row", () => {
    const other = (value: string, row: string) =>
      value !== "counts"
        ? "counts"
        : ["refused", "timedOut", "approved"].includes(row)
          ? "ignored"
          : "givesBack";
    const policies = Object.entries(LEDGER_POLICY).map(([row, value]) => ({ [row]: other(value, row) }));
    for (const [name, of] of [
      ["assign", (policy: object) => assigning(policy)],
      ["cascade", (policy: object) => offering({ policy })],
    ] as const) {
      const prints = new Set([{}, ...policies].map((policy) => of(policy).fingerprint));
      expect([name, prints.size]).toStrictEqual([name, policies.length + 1]);
      expect(of({ ...LEDGER_POLICY }).fingerprint).toBe(of({}).fingerprint);
    }
  });
});
