import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  available,
  capacity,
  compose,
  expertise,
  type Filter,
  holderOf,
  language,
  type RepId,
  region,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";
import { prepareRoster } from "../../src/roster/prepareRoster.js";
import { aScenario, type Played, play } from "../../src/testing/index.js";

const filters: readonly Filter[] = [region(), language(), expertise(), available(), capacity()];

const strategy = compose({ ledger: "desk", filters, selector: rotation() });

const number = (values: readonly number[], state: State, repId: RepId): number =>
  values[state.ids.indexOf(repId)] ?? 0;

/** Every filter asked about the new holder, by hand, in the state before. */
const passesAll = ({ step, lead, stateBefore, decisionBefore }: Played, repId: RepId): boolean => {
  // With the hours of its team filled in.
  const { reps } = unwrap(prepareRoster(step.roster));
  const repOf = (id: RepId) => reps.find((each) => each.id === id)?.rep;
  const rep = repOf(repId);
  if (rep === undefined) return false;
  const standing = {
    openLeads: number(stateBefore.openLeads, stateBefore, repId),
    openOffers: number(stateBefore.openOffers, stateBefore, repId),
    openEffort:
      number(stateBefore.openEffort, stateBefore, repId) +
      number(stateBefore.offeredEffort, stateBefore, repId),
    credit: 0,
  };
  const atMs = step.type === "lead" ? lead.receivedAtMs : step.event.atMs;
  // A lead's clock never runs back.
  const nowMs = Math.max(atMs, decisionBefore?.atMs ?? 0);
  const notes = { ofRep: () => [], ofAll: () => [] };
  const isByHand = step.type === "event" && step.event.type === "reassigned";
  return filters.every(
    ({ test }) =>
      test({ lead, rep, standing, nowMs, notes, isByHand, isHolder: false, repOf, mostOwed: () => 0 }).passes,
  );
};

describe("whoever gets a lead", () => {
  it("passes every filter at that moment, also after a return or by hand", () => {
    let asked = 0;
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        for (const played of play(strategy, scenario)) {
          if (played.result._tag === "Left") continue;
          const { decision } = played.result.right;
          const holder = decision.status === "assigned" ? holderOf(decision) : undefined;
          if (holder === undefined || (played.decisionBefore && holder === holderOf(played.decisionBefore)))
            continue;
          asked += 1;
          expect(passesAll(played, holder)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(asked).toBeGreaterThan(300);
  });
});
