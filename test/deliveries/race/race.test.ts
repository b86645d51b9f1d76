import { describe, expect, it } from "vitest";
import {
  all,
  available,
  capacity,
  compose,
  type Filter,
  limits,
  type RaceOptions,
  type Roster,
  race,
  rotation,
  type Strategy,
  unwrap,
  where,
} from "../../../src/index.js";
import {
  claim,
  effectsIn,
  expired,
  moved,
  opened,
  owedIn,
  returned,
  rosterOf,
  stands,
  storyOf,
  updated,
  woken,
} from "../../support/story.js";

const racing = (options: Partial<RaceOptions> = {}, filters: readonly Filter[] = []): Strategy =>
  compose({ ledger: "desk", filters, selector: rotation(), delivery: race({ openMs: 60, ...options }) });

const tier = (n: number): Filter => where(`tier ${n}`, 1, ({ rep }) => rep.tier === n);

const tiers: Roster = {
  reps: [{ id: "ann", tier: 1 }, { id: "bob", tier: 1 }, { id: "cyd", tier: 2 }, { id: "dan" }],
};

const rule = (story: { readonly refusal?: { readonly rule: string } }) => story.refusal?.rule;

describe("a race", () => {
  it("tells everybody at once, and the first claim wins; the others are told that it is gone", () => {
    const open = storyOf(racing());
    expect(stands(open)).toBe("open to ann, bob, cyd until 60");
    expect(effectsIn(open)).toStrictEqual(["claimable ann", "claimable bob", "claimable cyd", "wake 60"]);
    const taken = open.on(10, claim("bob"));
    expect(stands(taken)).toBe("bob has it");
    expect(effectsIn(taken)).toStrictEqual(["withdrawn ann", "withdrawn cyd", "assigned bob"]);
    expect(owedIn(3, taken)).toStrictEqual([1, -2, 1]);
    expect(taken.state.openLeads).toStrictEqual([0, 1, 0]);
  });

  it("says to whoever comes second that it is taken, also if its claim was made first", () => {
    const taken = storyOf(racing()).on(10, claim("bob"));
    expect(taken.on(5, claim("ann")).refusal).toStrictEqual({
      rule: "lead-taken",
      reason: "somebody else holds the lead",
    });
    expect(rule(taken.on(11, claim("bob")))).toBe("held-already");
  });

  it("is open until just before its end: at that very moment the end wins", () => {
    const open = storyOf(racing());
    expect(stands(open.on(59, claim("ann")))).toBe("ann has it");
    expect(rule(open.on(60, claim("ann")))).toBe("claim-over");
    expect(rule(open.on(59, woken))).toBe("not-due");
    expect(stands(open.on(60, woken))).toBe("nobody: nobody-claimed");
    expect(stands(open.on(60, expired))).toBe("nobody: nobody-claimed");
    expect(rule(open.on(60, woken).on(59, claim("ann")))).toBe("not-claimable");
  });

  it("knows no claim from before the lead was there: that was for the race before", () => {
    const again = storyOf(racing()).on(10, claim("ann")).on(30, returned);
    expect(stands(again)).toBe("open to bob, cyd until 90");
    expect(rule(again.on(29, claim("bob")))).toBe("claim-not-begun");
    expect(rule(again.on(31, claim("ann")))).toBe("not-told");
    expect(stands(again.on(30, claim("bob")))).toBe("bob has it");
  });

  it("tells the first few of the order alone, and books among all who are in play", () => {
    const open = storyOf(racing({ first: 2 }));
    expect(stands(open)).toBe("open to ann, bob until 60");
    expect(rule(open.on(1, claim("cyd")))).toBe("not-told");
    expect(owedIn(3, open.on(1, claim("bob")))).toStrictEqual([1, -2, 1]);
  });

  it("asks every filter again at the claim: capacity and limits hold there", () => {
    const roster: Roster = {
      reps: [{ id: "ann", capacity: 1, limits: [{ most: 1, per: "day" }] }, { id: "bob" }],
    };
    for (const filter of [capacity(), limits()]) {
      const strategy = racing({}, [filter]);
      const first = storyOf(strategy, { roster });
      const second = storyOf(strategy, { roster, lead: { id: "l2", receivedAtMs: 0 }, state: first.state });
      expect(stands(second)).toBe("open to ann, bob until 60");
      const { state } = first.on(1, claim("ann"));
      const late = { id: "e1", atMs: 2, type: "claimed", repId: "ann" } as const;
      const answer = unwrap(
        strategy.respond({ id: "l2", receivedAtMs: 0 }, second.decision, late, roster, state),
      );
      expect(answer.refusal?.rule).toBe(filter.name);
    }
  });

  it("refuses whoever went away since, or left", () => {
    const open = storyOf(racing({}, [available()]));
    const away: Roster = { reps: [{ id: "ann", presence: "away" }, { id: "bob" }] };
    expect(open.on(5, claim("ann"), { roster: away }).refusal).toStrictEqual({
      rule: "available",
      reason: "is away",
    });
    expect(rule(open.on(5, claim("cyd"), { roster: away }))).toBe("roster");
  });

  it("begins anew when the lead is returned, and may be moved by hand or closed meanwhile", () => {
    const open = storyOf(racing());
    expect(stands(open.on(5, moved("cyd")))).toBe("cyd has it");
    expect(open.on(5, moved("cyd")).state.ledgers).toStrictEqual([]);
    expect(open.on(5, { type: "closed", result: "lost" }).decision.status).toBe("closed");
    expect(effectsIn(open.on(5, { type: "closed", result: "lost" }))).toStrictEqual([
      "withdrawn ann",
      "withdrawn bob",
      "withdrawn cyd",
    ]);
  });

  it("goes on as it is when more becomes known of the lead, unless it is to be looked at again", () => {
    expect(rule(storyOf(racing()).on(5, updated))).toBe("settled");
    const again = storyOf(racing({ lookAgainUntil: "assigned" }), { roster: rosterOf("ann", "bob") });
    const wider = again.on(5, updated, { roster: rosterOf("ann", "bob", "cyd") });
    expect(stands(wider)).toBe("open to ann, bob, cyd until 65");
    expect(effectsIn(wider)).toStrictEqual(["claimable cyd", "wake 65"]);
    expect(wider.decision).toMatchObject({ sinceMs: 0 });
  });

  it("gives the lead to whom nobody owes an account, where everybody is in the order", () => {
    const strategy = compose({ ledger: "", filters: [], selector: all(), delivery: race({ openMs: 5 }) });
    const taken = storyOf(strategy).on(1, claim("cyd"));
    expect(stands(taken)).toBe("cyd has it");
    expect(taken.state.ledgers).toStrictEqual([]);
  });
});

describe("groups of a race", () => {
  const groups = [{ filters: [tier(1)], openMs: 10 }, { filters: [tier(3)] }, { filters: [tier(2)] }];

  it("may claim one after the other, each for its own time; one with nobody in it is passed over", () => {
    const open = storyOf(racing({ groups }), { roster: tiers });
    expect([stands(open), open.decision]).toMatchObject(["open to ann, bob until 10", { group: 0 }]);
    expect(rule(open.on(1, claim("cyd")))).toBe("not-told");
    const next = open.on(10, woken);
    expect([stands(next), next.decision]).toMatchObject(["open to cyd until 70", { group: 2, sinceMs: 0 }]);
    expect(effectsIn(next)).toStrictEqual(["withdrawn ann", "withdrawn bob", "claimable cyd", "wake 70"]);
    expect(rule(next.on(11, claim("ann")))).toBe("not-told");
    expect(owedIn(1, next.on(11, claim("cyd")))).toStrictEqual([0, 0, 0, 0]);
    expect(stands(next.on(70, woken))).toBe("nobody: nobody-claimed");
  });

  it("keep out whoever is no member any more when it claims", () => {
    const open = storyOf(racing({ groups }), { roster: tiers });
    const promoted: Roster = { reps: [{ id: "ann", tier: 2 }, ...tiers.reps.slice(1)] };
    expect(rule(open.on(1, claim("ann"), { roster: promoted }))).toBe("tier 1");
  });

  it("take nothing from whoever was told before and belongs to the next", () => {
    const widening = [{ filters: [tier(1)] }, {}];
    const next = storyOf(racing({ groups: widening }), { roster: tiers }).on(60, woken);
    expect(stands(next)).toBe("open to ann, bob, cyd, dan until 120");
    expect(effectsIn(next)).toStrictEqual(["claimable cyd", "claimable dan", "wake 120"]);
    expect(stands(next.on(61, claim("ann")))).toBe("ann has it");
  });

  it("are looked for among the last where the strategy has fewer by now", () => {
    const { decision, state } = storyOf(racing({ groups }), { roster: tiers }).on(10, woken);
    const event = { id: "e9", atMs: 12, type: "claimed", repId: "cyd" } as const;
    const lead = { id: "l1", receivedAtMs: 0 };
    const fewer = racing({ groups: [{}] }).respond(lead, decision, event, tiers, state);
    expect(unwrap(fewer).decision.status).toBe("assigned");
    const over = racing({ groups: [{}] }).respond(
      lead,
      decision,
      { id: "e9", atMs: 70, type: "woken" },
      tiers,
      state,
    );
    expect(unwrap(over).decision.status).toBe("unassigned");
  });

  it("are asked whether anybody may have a lead that is looked at again", () => {
    const strategy = racing({ groups: groups.slice(2), lookAgainUntil: "worked" }, [available()]);
    const taken = storyOf(strategy, { roster: tiers }).on(1, claim("cyd"));
    const gone: Roster = {
      reps: [
        { id: "ann", tier: 1 },
        { id: "cyd", active: false, tier: 2 },
      ],
    };
    expect(rule(taken.on(2, updated, { roster: gone }))).toBe("nobody-else");
    const there: Roster = {
      reps: [
        { id: "cyd", active: false, tier: 2 },
        { id: "eve", tier: 2 },
      ],
    };
    expect(stands(taken.on(2, updated, { roster: there }))).toBe("open to eve until 62");
  });
});

describe("a lead that nobody claims", () => {
  it("is nobody's, and the manager is told", () => {
    const over = storyOf(racing()).on(60, woken);
    expect(effectsIn(over)).toStrictEqual([
      "withdrawn ann",
      "withdrawn bob",
      "withdrawn cyd",
      "escalate nobody-claimed",
    ]);
  });

  it("goes to a person, at no price", () => {
    const over = storyOf(racing({ whenNobody: { assignTo: ["zoe", "cyd"] } })).on(60, woken);
    expect(stands(over)).toBe("cyd has it");
    expect(over.state.ledgers).toStrictEqual([]);
  });

  it("is put aside, and raced for again by everybody, whoever gave it up among them", () => {
    const strategy = racing({ whenNobody: { parkForMs: 40 } });
    const aside = storyOf(strategy).on(1, claim("ann")).on(2, returned).on(62, woken);
    expect(stands(aside)).toBe("aside until 102: nobody-claimed");
    expect(stands(aside.on(102, woken))).toBe("open to ann, bob, cyd until 162");
    expect(stands(aside.on(90, { type: "woken", isEarly: true }))).toBe("open to bob, cyd until 150");
  });

  it("is told why nobody has it where nobody was there to be told", () => {
    const nobody = { roster: { reps: [{ id: "ann", active: false }] } };
    expect(stands(storyOf(racing({}, [available()]), nobody))).toBe("nobody: all-left-out");
    expect(stands(storyOf(racing({}), { roster: { reps: [] } }))).toBe("nobody: empty-roster");
    expect(stands(storyOf(racing({ whenNobody: { parkForMs: 5 } }, [available()]), nobody))).toBe(
      "aside until 5: nobody-found",
    );
    const held = racing({}, [available({ whenNobodyAtWork: "park" })]);
    const asleep: Roster = { reps: [{ id: "ann", timeOff: [{ fromMs: 0, toMs: 500 }] }] };
    expect(stands(storyOf(held, { roster: asleep }))).toBe("aside until 500: nobody-at-work");
  });
});

describe("a segment", () => {
  const segments = { seniors: [tier(1)], none: [tier(9)] };

  it("races alone, and then everybody does", () => {
    const open = storyOf(racing({ segments }), { roster: tiers }).on(5, opened("seniors"));
    expect([stands(open), open.decision]).toMatchObject([
      "open to ann, bob until 65",
      { segment: "seniors" },
    ]);
    expect(effectsIn(open)).toStrictEqual(["withdrawn cyd", "withdrawn dan", "wake 65"]);
    expect(rule(open.on(6, claim("dan")))).toBe("not-told");
    expect(stands(open.on(6, claim("bob")))).toBe("bob has it");
    expect(stands(open.on(65, woken))).toBe("open to ann, bob, cyd, dan until 125");
  });

  it("is refused where there is none of that name, nobody in it, or the lead has a holder", () => {
    const open = storyOf(racing({ segments }), { roster: tiers });
    expect(rule(open.on(5, opened("toString")))).toBe("no-such-segment");
    expect(rule(open.on(5, opened("none")))).toBe("segment-empty");
    expect(rule(open.on(1, claim("ann")).on(5, opened("seniors")))).toBe("lead-taken");
    expect(rule(storyOf(racing()).on(5, opened("seniors")))).toBe("no-segments");
  });
});

it("tells 100,000 reps, and asks no more of the claim than of any", () => {
  const reps = Array.from({ length: 100_000 }, (_, i) => ({ id: `rep ${i}` }));
  const open = storyOf(racing({}, [capacity()]), { roster: { reps } });
  expect(open.effects).toHaveLength(100_001);
  expect(stands(open.on(1, claim("rep 99999")))).toBe("rep 99999 has it");
});
