import { describe, expect, it } from "vitest";
import { all, emptyState, unwrap } from "../../../src/index.js";
import { throughStore } from "../../../src/testing/json.js";
import { asked, expired, no, offering, rosterOf, stands, storyOf, woken, yes } from "../../support/story.js";

const odd = [
  "",
  " ",
  "0",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "é",
  "\u{1f9e1}",
  "x".repeat(5_000),
];

describe("ids like any other", () => {
  it("are offered, decline, let pass, are asked again, and accept", () => {
    for (const id of odd) {
      const story = storyOf(offering({ passes: 2 }), { roster: rosterOf(id), lead: { id, receivedAtMs: 0 } });
      expect(asked(story)).toStrictEqual([id]);
      const again = story.on(1, no(id));
      expect(again.decision).toMatchObject({ offers: [{ repId: id, round: 2 }] });
      expect(again.on(2, yes(id)).decision).toMatchObject({ leadId: id, repId: id });
      expect(again.on(61, expired).decision).toMatchObject({ status: "unassigned", tried: [id] });
    }
  });

  it("stand in settled orders, at the end of passes, and in rings", () => {
    const roster = rosterOf(...odd);
    const sorted = [...odd].sort();
    let story = storyOf(
      offering({ selector: all(), order: "fixed", passes: 2, reverse: true, rings: [{}, {}] }),
      { roster },
    );
    const seen: string[] = [];
    for (let n = 0; n < 2 * odd.length; n += 1) {
      const [repId = "nobody"] = asked(story);
      seen.push(repId);
      story = story.on(n, no(repId));
    }
    expect(seen).toStrictEqual([...sorted, ...[...sorted].reverse()]);
    expect(stands(story)).toBe("nobody: nobody-accepted");
  });

  it("may be named for a lead that nobody accepts", () => {
    for (const id of odd) {
      const story = storyOf(offering({ whenNobody: { assignTo: ["nobody", id] } }), { roster: rosterOf(id) });
      expect(story.on(1, no(id)).decision).toMatchObject({ status: "assigned", repId: id });
    }
  });

  it("of events are told apart from the properties of objects", () => {
    const story = storyOf(offering());
    for (const id of odd) {
      const next = story.on(1, { ...no("ann"), id });
      expect(asked(next)).toStrictEqual(["bob"]);
      expect(next.on(2, { ...no("bob"), id }).decision).toBe(next.decision);
    }
  });
});

describe("a decision that a store gave back", () => {
  const strategy = offering({ atOnce: 2, passes: 2, rings: [{ endsAfterMs: 60 }, {}] });
  const lead = { id: "l1", receivedAtMs: 0 };

  it("is answered as the one that was stored", () => {
    const story = storyOf(strategy);
    const event = { id: "e1", atMs: 5, type: "declined", repId: "bob" } as const;
    const roster = rosterOf("ann", "bob", "cyd");
    const [fresh, stored] = [
      strategy.respond(lead, story.decision, event, roster, story.state),
      strategy.respond(lead, throughStore(story.decision), event, roster, throughStore(story.state)),
    ];
    expect(unwrap(stored).state).toStrictEqual(unwrap(fresh).state);
    expect(unwrap(stored).decision).toStrictEqual(unwrap(fresh).decision);
  });

  it.each([
    [{ offers: [] }, "offers"],
    [{ offers: [{ repId: 7, sinceMs: 0, untilMs: 1, round: 1 }] }, "offers"],
    [{ offers: [{ repId: "ann", sinceMs: 0, untilMs: Number.NaN, round: 1 }] }, "offers"],
    [{ offers: undefined }, "offers"],
    [{ waiting: "ann" }, "waiting"],
    [{ wakeAtMs: "soon" }, "wakeAtMs"],
    [{ ring: -1 }, "ring"],
    [{ ringEndsAtMs: null }, "ringEndsAtMs"],
    [{ offersMade: 0.5 }, "offersMade"],
    [{ declined: [7] }, "declined"],
  ])("%j is bad input, and named", (bent, field) => {
    const { decision, state } = storyOf(strategy);
    const event = { id: "e1", atMs: 5, type: "expired" } as const;
    const answer = strategy.respond(lead, { ...decision, ...bent } as never, event, rosterOf("ann"), state);
    expect(answer).toMatchObject({ left: [{ path: expect.arrayContaining(["decision", field]) }] });
  });

  it("of an unknown ring, of offers to strangers, of more offers than may be made, goes on or ends, and does not fail", () => {
    const { decision, state } = storyOf(strategy);
    for (const bent of [
      { ring: 99 },
      { ring: Number.MAX_SAFE_INTEGER, ringEndsAtMs: 0 },
      { offersMade: Number.MAX_SAFE_INTEGER },
      { waiting: ["nobody", "__proto__", "ann", "ann"] },
      { declined: ["nobody", "nobody"], tried: ["nobody", "nobody"] },
      { offers: [{ repId: "nobody", sinceMs: 9, untilMs: 1, round: 0 }] },
      { offers: [{ repId: "ann", sinceMs: 0, untilMs: 60, round: Number.MAX_SAFE_INTEGER }] },
    ])
      for (const type of ["expired", "woken", "updated"] as const) {
        const event = { id: "e1", atMs: 1_000, type };
        const answer = strategy.respond(
          lead,
          { ...decision, ...bent } as never,
          event,
          rosterOf("ann", "bob"),
          state,
        );
        expect(answer._tag).toBe("Right");
      }
  });

  it("cannot be answered for another lead", () => {
    const { decision, state } = storyOf(strategy);
    const event = { id: "e1", atMs: 5, type: "accepted", repId: "ann" } as const;
    const answer = strategy.respond({ ...lead, id: "l2" }, decision, event, rosterOf("ann"), state);
    expect(answer).toMatchObject({ left: [{ path: ["decision", "leadId"] }] });
  });
});

describe("a cascade of nobody", () => {
  it("ends at once, and is looked at again when it is woken", () => {
    const story = storyOf(offering(), { roster: rosterOf(), state: emptyState({ seed: "s" }) });
    expect(stands(story)).toBe("nobody: empty-roster");
    expect(stands(story.on(9, woken, { roster: rosterOf("") }))).toBe(" 9-69");
  });
});
