import { describe, expect, it } from "vitest";
import { CREDITS_PER_LEAD, cascade, type Filter, language, unwrap, where } from "../../../src/index.js";
import { three } from "../../support/dealt.js";
import { deskLedger } from "../../support/desk.js";
import {
  asked,
  no,
  offering,
  owedIn,
  returned,
  rosterOf,
  stands,
  storyOf,
  updated,
  yes,
} from "../../support/story.js";

const lead = { id: "l1", receivedAtMs: 0 };

describe("a cascade that was mended", () => {
  it("gives a price back once to whoever returns a lead and is named for leads that nobody accepts", () => {
    const strategy = offering({ whenNobody: { assignTo: ["ann"] } });
    const taken = storyOf(strategy, { roster: rosterOf("ann") }).on(1, yes("ann"));
    const back = taken.on(2, returned).on(3, returned).on(4, returned);
    expect(deskLedger(back.state).outside).toBe(-CREDITS_PER_LEAD);
  });

  it("leaves a lead with its holder when more becomes known and the time of all rings is over", () => {
    const roster = {
      reps: [
        { id: "ann", languages: ["en"] },
        { id: "bob", languages: ["sv"] },
      ],
    };
    const strategy = offering({
      filters: [language()],
      ringClock: "arrival",
      rings: [{ endsAfterMs: 60 }],
      lookAgainUntil: "worked",
    });
    const taken = storyOf(strategy, { roster }).on(1, yes("ann"));
    expect(stands(taken.on(100, updated, { lead: { ...lead, languages: ["sv"] } }))).toBe("ann has it");
  });

  it("leaves a lead with its holder when more becomes known and no ring lets anybody else through", () => {
    const roster = {
      reps: [
        { id: "ann", languages: ["en"] },
        { id: "bob", languages: ["sv"] },
      ],
    };
    const onlyAnn = where("onlyAnn", 1, ({ rep }) => rep.id === "ann");
    const strategy = offering({
      filters: [language()],
      rings: [{ filters: [onlyAnn] }],
      lookAgainUntil: "worked",
    });
    const taken = storyOf(strategy, { roster }).on(1, yes("ann"));
    expect(stands(taken.on(100, updated, { lead: { ...lead, languages: ["sv"] } }))).toBe("ann has it");
  });

  it("asks a rep in a settled order also if it takes no turn by now", () => {
    const roster = { reps: [{ id: "ann" }, { id: "bob", weight: 0 }, { id: "cyd" }] };
    expect(asked(storyOf(offering({ order: "fixed" })).on(1, no("ann"), { roster }))).toStrictEqual(["bob"]);
  });

  it("takes an offer that ran out for a turn also when the time to answer has been made longer since", () => {
    const { decision, state } = storyOf(offering({ answerMs: 60 }));
    const event = { id: "e1", atMs: 60, type: "expired" } as const;
    const after = unwrap(offering({ answerMs: 120 }).respond(lead, decision, event, three, state));
    expect(asked(after)).toStrictEqual(["bob"]);
    expect(owedIn(3, after)).toStrictEqual([-2, 1, 1]);
  });

  it("does not offer a lead again to those who refused it because an intake is retried, whatever passes there are", () => {
    const strategy = offering({ passes: 2 });
    const refused = storyOf(strategy, { roster: rosterOf("ann") })
      .on(1, no("ann"))
      .on(2, no("ann"));
    const again = strategy(lead, rosterOf("ann"), refused.state, { earlier: refused.decision });
    expect(unwrap(again).decision).toBe(refused.decision);
  });

  it("refuses to be made without options, or with a ring that is none", () => {
    expect(() => cascade(undefined as never)).toThrow(RangeError);
    for (const ring of [null, "ring", 7])
      expect(() => cascade({ answerMs: 1, rings: [ring as never] })).toThrow(RangeError);
  });

  it("refuses two ends at once", () => {
    const both = { parkForMs: 5, assignTo: ["ann"] };
    expect(() => cascade({ answerMs: 1, whenNobody: both as never })).toThrow(RangeError);
  });

  const owedLittle: Filter = {
    name: "owedLittle",
    test: ({ standing }) =>
      standing.credit < CREDITS_PER_LEAD / 4
        ? { passes: true, rank: 0 }
        : { passes: false, reason: "is owed much" },
  };

  it("asks who comes next in a settled order as of after the lost turn was booked", () => {
    const strategy = offering({ filters: [owedLittle], order: "fixed" });
    const { decision, state } = storyOf(strategy);
    const event = { id: "no", atMs: 1, type: "declined", repId: "ann" } as const;
    expect(strategy.respond(lead, decision, event, three, state)._tag).toBe("Right");
  });

  it("judges who accepts as of before the turns let pass were booked", () => {
    const strategy = offering({ filters: [owedLittle], atOnce: 2, policy: { refused: "ignored" } });
    const { decision, state } = storyOf(strategy).on(10, no("bob"));
    const event = { id: "yes", atMs: 65, type: "accepted", repId: "cyd" } as const;
    expect(strategy.respond(lead, decision, event, three, state)._tag).toBe("Right");
  });

  it("keeps its lists as they were when it was made", () => {
    const assignTo = ["bob"];
    const strategy = offering({ whenNobody: { assignTo } });
    assignTo[0] = "ann";
    const story = storyOf(strategy, { roster: rosterOf("ann", "bob") })
      .on(1, no("ann"))
      .on(2, no("bob"));
    expect(stands(story)).toBe("bob has it");
  });
});
