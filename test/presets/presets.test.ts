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
  type Strategy,
  unwrap,
  where,
} from "../../src/index.js";

const roster: Roster = { reps: [{ id: "ann", tier: 1, segments: [] }, { id: "bob" }, { id: "cyd" }] };
const lead = { id: "l1", receivedAtMs: 0 };

const [answerMs, openMs, decideMs, pushAfterMs] = [1, 1, 1, 1];
const selector = rotation();
const pulled = { mostUnworked: 1, pushAfterMs };

/** Each preset, with filters of somebody's own. */
const withFilters: Record<keyof typeof presets, (ledger: string, filters?: readonly Filter[]) => Strategy> = {
  blindPull: (ledger, filters) => presets.blindPull({ ledger, filters, ...pulled, shows: [] }),
  byRegion: (ledger, filters) => presets.byRegion({ ledger, filters }),
  cherryPicking: (ledger, filters) => presets.cherryPicking({ ledger, filters, ...pulled }),
  direct: (ledger, filters) => presets.direct({ ledger, filters }),
  hybrid: (ledger, filters) =>
    presets.hybrid({ ledger, filters, ...pulled, pushed: { name: "hot", version: 1, when: () => true } }),
  manual: (ledger, filters) => presets.manual({ ledger, filters, decideMs }),
  performanceBased: (ledger, filters) => presets.performanceBased({ ledger, filters }),
  pushAndPull: (ledger, filters) => presets.pushAndPull({ ledger, filters, answerMs }),
  roundRobin: (ledger, filters) => presets.roundRobin({ ledger, filters }),
  sharkTank: (ledger, filters) => presets.sharkTank({ ledger, filters, openMs }),
  shotgun: (ledger, filters) => presets.shotgun({ ledger, filters, openMs }),
  skimming: (ledger, filters) => presets.skimming({ ledger, filters, decideMs, selector }),
  topProducer: (ledger, filters) => presets.topProducer({ ledger, filters, answerMs, selector }),
  weighted: (ledger, filters) => presets.weighted({ ledger, filters }),
};

const page = readFileSync(new URL("../../docs/guide/methods.md", import.meta.url), "utf8");

describe.each(Object.entries(withFilters))("the preset %s", (name, made) => {
  it("asks filters of your own as well, and books on your ledger", () => {
    const noAnn = where("no ann", 1, ({ rep }) => rep.id !== "ann");
    const may = unwrap(made("mine", [noAnn]).candidates(lead, roster, emptyState({ seed: "s" })));
    expect(may.map(({ id }) => id)).toStrictEqual(["bob", "cyd"]);
    const { decision } = unwrap(made("mine")(lead, roster, emptyState({ seed: "s" })));
    expect(decision.ledger).toBe("mine");
  });

  it("leaves out who is away", () => {
    const away: Roster = {
      reps: [
        { id: "ann", presence: "away" },
        { id: "bob", presence: "away" },
      ],
    };
    expect(unwrap(made("mine").candidates(lead, away, emptyState({ seed: "s" })))).toStrictEqual([]);
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
