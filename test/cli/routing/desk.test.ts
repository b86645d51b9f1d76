import { describe, expect, it } from "vitest";
import { desk, LEAD_FIELDS, REP_FIELDS } from "../../../src/cli/routing/desk.js";
import { holderOf } from "../../../src/model/holderOf.js";
import type { Lead } from "../../../src/model/lead.js";
import type { Rep } from "../../../src/model/rep.js";
import { unwrap } from "../../../src/model/unwrap.js";
import { emptyState } from "../../../src/state/emptyState.js";

const LEAD: Lead = { id: "l1", receivedAtMs: 5, region: "US", languages: ["en"], needs: { crm: 2 } };
const REP: Rep = { id: "ann", regions: ["US"], languages: ["en"], skills: { crm: 2 } };
/** Takes the lead where `ann` does not. */
const STAND_IN: Rep = { ...REP, id: "bob" };

const taker = (lead: Partial<Lead>, rep: Partial<Rep>) =>
  holderOf(
    unwrap(desk({ ...LEAD, ...lead }, { reps: [{ ...REP, ...rep }, STAND_IN] }, emptyState({ seed: "s" })))
      .decision,
  );

describe("desk", () => {
  it.each<[Partial<Rep>]>([
    [{ active: false }],
    [{ presence: "away" }],
    [{ regions: ["DE"] }],
    [{ languages: ["de"] }],
    [{ skills: { crm: 1 } }],
    [{ weight: 0.5 }],
    [{ capacity: 0 }],
    [{ capacity: 1, openLeads: 1 }],
    [{ timeOff: [{ fromMs: 0, toMs: 10 }] }],
    [{ schedule: { timeZone: "UTC", hours: [] } }],
  ])("deals by what a rep's fields say: %j", (fields) => {
    expect([taker({}, {}), taker({}, fields)]).toStrictEqual(["ann", "bob"]);
    for (const field of Object.keys(fields)) expect(REP_FIELDS).toContain(field);
  });

  it.each<[Partial<Lead>]>([[{ region: "DE" }], [{ languages: ["de"] }], [{ needs: { crm: 3 } }]])(
    "deals by what a lead's fields say: %j",
    (fields) => {
      expect(taker(fields, {})).toBe(undefined);
      for (const field of Object.keys(fields)) expect(LEAD_FIELDS).toContain(field);
    },
  );

  it("deals by nothing else", () => {
    const lead: Partial<Lead> = { ownerId: "bob", team: "north", role: "closer", score: 0, complexity: 9 };
    const rep: Partial<Rep> = { experience: 1, role: "junior", teams: [], industries: [], tier: 9 };
    expect(taker(lead, rep)).toBe("ann");
    for (const field of Object.keys(lead)) expect(LEAD_FIELDS).not.toContain(field);
    for (const field of Object.keys(rep)) expect(REP_FIELDS).not.toContain(field);
  });
});
