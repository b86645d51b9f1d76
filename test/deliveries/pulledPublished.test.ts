import { describe, expect, it } from "vitest";
import {
  available,
  branch,
  compose,
  firstOf,
  pool,
  type RaceOptions,
  type Roster,
  race,
  rotation,
  type Strategy,
  team,
  visibleLead,
  where,
} from "../../src/index.js";
import {
  claim,
  effectsIn,
  expired,
  no,
  offering,
  rosterOf,
  stands,
  storyOf,
  woken,
} from "../support/story.js";

const MINUTE = 60_000;

const racing = (options: RaceOptions): Strategy =>
  compose({ ledger: "desk", filters: [available()], selector: rotation(), delivery: race(options) });

const of = (name: string) => where(name, 1, ({ rep }) => rep.teams?.includes(name) === true);

// Follow Up Boss: help.followupboss.com 360014656193, 360054965414, 360054266014
describe("a first-to-claim group with two fallbacks, and a person in the end", () => {
  const desk = racing({
    openMs: 30 * MINUTE,
    groups: [
      { filters: [of("buyers")] },
      { filters: [of("backups")], openMs: 10 * MINUTE },
      { filters: [of("pond")] },
    ],
    whenNobody: { assignTo: ["the owner"] },
  });
  const roster: Roster = {
    reps: [
      { id: "ann", teams: ["buyers"] },
      { id: "bob", teams: ["buyers"], presence: "away" },
      { id: "cyd", teams: ["backups", "pond"] },
      { id: "the owner" },
    ],
  };
  const begun = () => storyOf(desk, { roster });

  it("tells the group at once, and not those who paused", () => {
    expect(effectsIn(begun())).toStrictEqual(["claimable ann", `wake ${30 * MINUTE}`]);
  });

  it("goes from group to group as each one's time is over, then to the person", () => {
    const second = begun().on(30 * MINUTE, woken);
    expect(stands(second)).toBe(`open to cyd until ${40 * MINUTE}`);
    const third = second.on(40 * MINUTE, woken);
    expect([stands(third), effectsIn(third)]).toStrictEqual([
      `open to cyd until ${70 * MINUTE}`,
      [`wake ${70 * MINUTE}`],
    ]);
    expect(stands(third.on(70 * MINUTE, woken))).toBe("the owner has it");
  });

  it("says to whoever comes too late that it is taken, or that the time is over", () => {
    const taken = begun().on(MINUTE, claim("ann"));
    expect(taken.on(MINUTE + 1, claim("cyd")).refusal?.rule).toBe("lead-taken");
    expect(begun().on(30 * MINUTE, claim("ann")).refusal?.rule).toBe("claim-over");
  });
});

// LeadAssign: leadassign.com/glossary/shark-tank; docs.gobluebird.io/documentation-for-admins/leads/shark-tank
describe("a shark tank after offers in turn", () => {
  const desk = offering({
    answerMs: 5 * MINUTE,
    whenNobody: { silentMayClaimForMs: 60 * MINUTE, whenUnclaimed: { assignTo: ["catch-all"] } },
    mostOffers: 3,
  });
  const roster = { reps: [...rosterOf("ann", "bob", "cyd").reps, { id: "catch-all", weight: 0 }] };
  const asked = () =>
    storyOf(desk, { roster })
      .on(5 * MINUTE, expired)
      .on(6 * MINUTE, no("bob"))
      .on(11 * MINUTE, expired);

  it("is open to those alone who were offered and timed out", () => {
    expect(stands(asked())).toBe(`open to ann, cyd until ${71 * MINUTE}`);
    expect(asked().on(12 * MINUTE, claim("bob")).refusal?.rule).toBe("not-told");
    expect(stands(asked().on(12 * MINUTE, claim("cyd")))).toBe("cyd has it");
  });

  it("is followed by the catch-all", () => {
    expect(stands(asked().on(71 * MINUTE, woken))).toBe("catch-all has it");
  });

  it("is skipped when all declined", () => {
    const refused = storyOf(desk, { roster }).on(1, no("ann")).on(2, no("bob")).on(3, no("cyd"));
    expect(stands(refused)).toBe("catch-all has it");
  });
});

// Twilio, TaskRouter: "multi-reservation"
describe("several reservations that need no answer", () => {
  it("the first acceptance wins and the others are rescinded; it goes on when none was accepted", () => {
    const open = storyOf(racing({ openMs: MINUTE, first: 2, groups: [{}, {}] }));
    const taken = open.on(5, claim("bob"));
    expect(effectsIn(taken)).toStrictEqual(["withdrawn ann", "assigned bob"]);
    const again = open.on(MINUTE, woken);
    expect([again.decision.status, stands(again.on(MINUTE, claim("ann")))]).toStrictEqual([
      "pooled",
      "ann has it",
    ]);
  });
});

// Kubaru: kubaru.io/help/shark-tank-routers
describe("a blind shark tank", () => {
  it("shows a few fields until the lead is claimed", () => {
    const lead = { id: "l1", receivedAtMs: 0, region: "SE", email: "kim@acme.example" };
    const open = storyOf(racing({ openMs: MINUTE, mode: "blind", shows: ["region"] }), { lead });
    expect(visibleLead(lead, open.decision)).toStrictEqual({ id: "l1", region: "SE" });
    expect(visibleLead(lead, open.on(1, claim("ann")).decision)).toStrictEqual(lead);
  });
});

describe("races and pools in combinations", () => {
  it("spill over from a race of the owners' team that nobody is there for to a pool of all", () => {
    const desk = firstOf([
      {
        name: "team",
        strategy: compose({
          ledger: "t",
          filters: [of("north")],
          selector: rotation(),
          delivery: race({ openMs: 9 }),
        }),
      },
      {
        name: "all",
        strategy: compose({ ledger: "a", filters: [], selector: rotation(), delivery: pool() }),
      },
    ]);
    const story = storyOf(desk);
    expect([stands(story), story.decision.path]).toStrictEqual(["open to all until claimed", ["all"]]);
    expect(stands(story.on(4, claim("cyd")))).toBe("cyd has it");
  });

  it("push the inbound and pool the outbound", () => {
    const desk = branch({
      cases: [
        {
          name: "outbound",
          version: 1,
          when: ({ lead }) => lead.channel === "outbound",
          strategy: compose({
            ledger: "out",
            filters: [team()],
            selector: rotation(),
            delivery: pool({ pushAfterMs: 9 }),
          }),
        },
      ],
      otherwise: { name: "inbound", strategy: compose({ ledger: "in", filters: [], selector: rotation() }) },
    });
    expect(stands(storyOf(desk))).toBe("ann has it");
    const lies = storyOf(desk, { lead: { id: "l1", receivedAtMs: 0, channel: "outbound" } });
    expect([stands(lies), stands(lies.on(9, woken))]).toStrictEqual(["open to all until 9", "ann has it"]);
  });
});
