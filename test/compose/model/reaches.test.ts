import fc from "fast-check";
import { expect, it } from "vitest";
import * as refusals from "../../../src/deliveries/refusals.js";
import { aLife } from "../../support/model/intents.js";
import { keepsToModel } from "../../support/model/keepsToModel.js";
import type { Setup } from "../../support/model/setup.js";
import { assigning, dealing, offering, pooling, racing } from "../../support/model/setups.js";

const WEIGHS_ON = "a lead that goes on to weigh what it did";

/** What happened in fixed lives: each event with the way that the lead went, or with the rule that refused it. */
const reached = (named: readonly (readonly [string, Setup])[], numRuns: number): readonly string[] => {
  const found = new Set<string>();
  const lives = fc.sample(aLife(), { seed: 8, numRuns });
  const setups = named.map(([, setup]) => setup);
  for (const [i, life] of lives.entries())
    keepsToModel(setups[i % setups.length] as Setup, life, (call, { before, outcome }) => {
      const what = call.type === "lead" ? "lead" : call.event.type;
      const { decision, refusal } = outcome;
      if (refusal !== undefined) found.add(refusal.rule);
      else if (decision === before) found.add(`${what}: nothing`);
      else found.add(`${what}: ${before?.status ?? "new"} to ${decision.status}`);
      if (decision.status === "assigned" && (decision.effort ?? 1) !== (call.lead.effort ?? 1))
        found.add(WEIGHS_ON);
      if (decision.status === "unassigned") found.add(decision.reason);
      if (decision.status === "offered" && decision.offers.some(({ round }) => round > 1))
        found.add("a further pass");
      if (decision.status === "pooled" && decision.segment !== undefined) found.add("a segment");
      if (decision.status === "pooled" && decision.group === 1) found.add("a further group");
      if (decision.status === "parked") found.add(decision.reason);
      if (decision.status === "assigned" && decision.byHand !== undefined) found.add(decision.byHand);
    });
  return [...found];
};

const endingInARace = offering.filter(([, { silentMayClaimForMs }]) => silentMayClaimForMs !== undefined);

const rules = Object.values(refusals).flatMap((each) => ("rule" in each ? [each.rule] : []));

const ways = [
  ...["accepted: offered to assigned", "accepted: nothing", "declined: offered to offered"],
  ...["declined: offered to unassigned", "expired: offered to offered", "expired: offered to unassigned"],
  ...["woken: offered to offered", "woken: unassigned to assigned", "woken: unassigned to offered"],
  ...["lead: new to assigned", "lead: new to offered", "lead: new to unassigned", "lead: nothing"],
  ...["lead: unassigned to assigned", "lead: unassigned to offered", "lead: unassigned to unassigned"],
  ...["returned: assigned to assigned", "returned: assigned to offered", "returned: assigned to unassigned"],
  ...["reassigned: assigned to assigned", "reassigned: offered to assigned", "worked: assigned to assigned"],
  ...["updated: assigned to assigned", "updated: offered to offered", "updated: unassigned to offered"],
  ...["closed: assigned to closed", "closed: offered to closed", "merged: assigned to closed"],
];

const pulled = [
  ...[
    "claimed: pooled to assigned",
    "claimed: nothing",
    "expired: pooled to pooled",
    "woken: pooled to pooled",
  ],
  ...["woken: pooled to assigned", "woken: pooled to unassigned", "woken: pooled to parked"],
  ...["woken: parked to pooled", "woken: parked to assigned", "woken: parked to parked"],
  ...["expired: offered to pooled", "declined: offered to pooled", "expired: offered to parked"],
  ...["lead: new to pooled", "lead: new to parked", "lead: unassigned to pooled"],
  ...["returned: assigned to pooled", "returned: assigned to parked", "released: assigned to pooled"],
  ...["updated: pooled to pooled", "updated: parked to pooled", "updated: parked to parked"],
  ...["reassigned: pooled to assigned", "reassigned: parked to assigned", "closed: pooled to closed"],
  ...["opened: pooled to pooled", "opened: parked to pooled", "a segment", "a further group"],
  ...["awaits-manager", "nobody-found", "nobody-claimed", "nobody-decided", "approved", "overridden"],
];

const reasons = ["all-left-out", "empty-roster", "none-takes-a-turn", "nobody-else", "nobody-accepted"];

it("reaches every rule, every reason and every way that a lead can go", () => {
  const found = new Set([
    ...reached([...assigning, ...offering], 400),
    ...reached([...racing, ...pooling, ...dealing, ...endingInARace], 200),
    ...reached(endingInARace, 120),
  ]);
  const wanted = [
    ...rules,
    "roster",
    "available",
    "capacity",
    ...reasons,
    ...ways,
    ...pulled,
    "a further pass",
    WEIGHS_ON,
  ];
  expect(wanted.filter((each) => !found.has(each))).toStrictEqual([]);
});
