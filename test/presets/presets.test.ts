import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  emptyState,
  type Filter,
  holderOf,
  prefer,
  presets,
  type Roster,
  rotation,
  type Selector,
  type Strategy,
  unwrap,
  where,
} from "../../src/index.js";

const roster: Roster = { reps: [{ id: "ann", tier: 1, segments: [] }, { id: "bob" }, { id: "cyd" }] };
const lead = { id: "l1", receivedAtMs: 0 };

const [answerMs, openMs, decideMs, pushAfterMs] = [1, 1, 1, 1];
const selector = rotation();
const pulled = { mostUnworked: 1, pushAfterMs };

interface Parts {
  readonly ledger: string;
  readonly filters?: readonly Filter[];
}

/** Each preset, with whatever else it asks for. */
const made: Record<keyof typeof presets, (parts: Parts) => Strategy> = {
  ...presets,
  blindPull: (parts) => presets.blindPull({ ...parts, ...pulled, shows: [] }),
  cherryPicking: (parts) => presets.cherryPicking({ ...parts, ...pulled }),
  hybrid: (parts) =>
    presets.hybrid({ ...parts, ...pulled, pushed: { name: "hot", version: 1, when: () => true } }),
  manual: (parts) => presets.manual({ ...parts, decideMs }),
  pushAndPull: (parts) => presets.pushAndPull({ ...parts, answerMs }),
  sharkTank: (parts) => presets.sharkTank({ ...parts, openMs }),
  shotgun: (parts) => presets.shotgun({ ...parts, openMs }),
  skimming: (parts) => presets.skimming({ ...parts, decideMs, selector }),
  sticky: (parts) => presets.sticky({ ...parts, by: "account" }),
  topProducer: (parts) => presets.topProducer({ ...parts, answerMs }),
};

const page = readFileSync(new URL("../../docs/guide/methods.md", import.meta.url), "utf8");

describe.each(Object.entries(made))("the preset %s", (name, preset) => {
  it("asks filters of your own as well, and books on your ledger", () => {
    const noAnn = where("no ann", 1, ({ rep }) => rep.id !== "ann");
    const may = unwrap(
      preset({ ledger: "mine", filters: [noAnn] }).candidates(lead, roster, emptyState({ seed: "s" })),
    );
    expect(may.map(({ id }) => id)).toStrictEqual(["bob", "cyd"]);
    const { decision } = unwrap(preset({ ledger: "mine" })(lead, roster, emptyState({ seed: "s" })));
    expect(decision.ledger).toBe("mine");
  });

  it("leaves out who is away", () => {
    const away: Roster = {
      reps: [
        { id: "ann", presence: "away" },
        { id: "bob", presence: "away" },
      ],
    };
    expect(
      unwrap(preset({ ledger: "mine" }).candidates(lead, away, emptyState({ seed: "s" }))),
    ).toStrictEqual([]);
  });

  it("stands on the page of methods beside its composition", () => {
    expect(page.split(`presets.${name}({ ledger: "desk"`)).toHaveLength(2);
  });
});

describe("the preset performanceBased", () => {
  it("puts your preferences before the tier", () => {
    const notAnn = prefer(where("not ann", 1, ({ rep }) => rep.id !== "ann"));
    const outcome = presets.performanceBased({ ledger: "d", filters: [notAnn] })(
      lead,
      roster,
      emptyState({ seed: "s" }),
    );
    expect(holderOf(unwrap(outcome).decision)).toBe("bob");
  });
});

describe("the preset topProducer", () => {
  const reps = [
    { id: "ann", performance: { leads: 1, won: 1 } },
    { id: "bob", performance: { leads: 100, won: 90 } },
  ];

  it("goes by what came of leads, unless a selector of yours says otherwise", () => {
    const firstOf = (options: { readonly selector?: Selector }) => {
      const desk = presets.topProducer({ ledger: "d", answerMs, ...options });
      const { decision } = unwrap(desk(lead, { reps }, emptyState({ seed: "s" })));
      return decision.status === "offered" ? decision.offers[0]?.repId : decision.status;
    };
    expect([firstOf({}), firstOf({ selector })]).toStrictEqual(["bob", "ann"]);
  });
});

describe("the preset sticky", () => {
  const accounts = Array.from({ length: 20 }, (_, i) => `account ${i}`);
  const decide = (options: Omit<Parameters<typeof presets.sticky>[0], "ledger" | "by">, changes = {}) =>
    accounts.map((account) => {
      const reps = roster.reps.map((rep) => (rep.id === "bob" ? { ...rep, ...changes } : rep));
      const desk = presets.sticky({ ledger: "d", by: "account", ...options });
      const { decision } = unwrap(desk({ ...lead, account }, { reps }, emptyState({ seed: "s" })));
      return holderOf(decision) ?? decision.status;
    });
  const home = decide({});
  const away = { timeOff: [{ fromMs: 0, toMs: 9 }] };

  it("has somebody stand in, the lead wait, or the rep keep it while it is away", () => {
    expect(home).toContain("bob");
    const whenAway = (how: "pass" | "hold" | "keep") => decide({ whenAway: how }, away);
    expect(whenAway("pass")).not.toContain("bob");
    expect(whenAway("hold")).toStrictEqual(home.map((holder) => (holder === "bob" ? "parked" : holder)));
    expect(whenAway("keep")).toStrictEqual(home);
    expect(decide({ whenAway: "keep" }, { active: false })).not.toContain("bob");
  });

  it("deals leads of nobody's account in turn, and owes nothing to whoever is away", () => {
    const reps = roster.reps.map((rep) => (rep.id === "ann" ? { ...rep, ...away } : rep));
    const desk = presets.sticky({ ledger: "d", by: "account", whenAway: "hold" });
    const { decision, state } = unwrap(desk(lead, { reps }, emptyState({ seed: "s" })));
    expect([holderOf(decision), state.ledgers[0]?.columns]).toStrictEqual(["bob", []]);
  });
});
