import assert from "node:assert/strict";
import type { Decision, State } from "../../../src/index.js";
import { accountsOf, LEAD, refundsOf, writtenLate } from "./books.js";
import { type Desk, holds, type Spot, type Story } from "./desk.js";

const placeOf = (spot: Spot): object => {
  switch (spot.status) {
    case "assigned": {
      const { isPaid, ...rest } = spot;
      return { ...rest, price: isPaid ? Number(LEAD) : 0 };
    }
    case "offered": {
      const { declined, silent, ...rest } = spot;
      const wakeAtMs = Math.min(...spot.offers.map(({ untilMs }) => untilMs));
      return { ...rest, waiting: [], wakeAtMs, declined: [...declined].sort(), silent: [...silent].sort() };
    }
    default:
      return spot;
  }
};

const decisionOf = (leadId: string, { spot, tried, lentBy, lapses, ...rest }: Story): object => ({
  leadId,
  ledger: "desk",
  path: [],
  ...rest,
  ...(lentBy === undefined ? {} : { lentBy }),
  ...(lapses === 0 ? {} : { lapses }),
  tried: [...tried].sort(),
  ...placeOf(spot),
});

/** The decision with its two sets in a fixed order, there where they are empty too. */
const comparable = ({ strategy: _, ...decision }: Decision): object => ({
  ...decision,
  tried: [...(decision.tried ?? [])].sort(),
  ...(decision.status === "offered"
    ? {
        declined: [...new Set(decision.declined ?? [])].sort(),
        silent: [...new Set(decision.silent ?? [])].sort(),
      }
    : {}),
});

const stateOf = (desk: Desk, seed: string): object => {
  const ids = [...desk.known].sort();
  const accounts = accountsOf(desk.books);
  const refunds = refundsOf(desk.books);
  const late = writtenLate(desk.books);
  const ledger = {
    name: "desk",
    credits: ids.map((id) => Number(accounts.get(id) ?? 0n)),
    outside: Number(-LEAD * BigInt(refunds)) + 0,
    columns: [
      ...(late === undefined
        ? []
        : [
            { name: "missed", values: ids.map((id) => Number(late.get(id)?.parts ?? 0n)) },
            { name: "missed until", values: ids.map((id) => late.get(id)?.untilMs ?? 0) },
          ]),
      ...(refunds === 0 ? [] : [{ name: "refunds", values: ids.map((id) => refundsOf(desk.books, id)) }]),
    ],
    totals: late === undefined ? [] : [{ name: "missed", value: 1 }],
  };
  return {
    format: 1,
    version: desk.version,
    seed,
    ids,
    openLeads: ids.map((id) => holds(desk, id).leads),
    openOffers: ids.map((id) => holds(desk, id).offers),
    openEffort: ids.map((id) => holds(desk, id).leadsWeigh),
    offeredEffort: ids.map((id) => holds(desk, id).offersWeigh),
    ledgers: desk.books.length === 0 ? [] : [ledger],
    notes: [],
  };
};

/** Nothing but what the model says stands in the decision and in the state. */
export const compareWith = (desk: Desk, decision: Decision, state: State): void => {
  const story = desk.stories.get(decision.leadId);
  assert.ok(story !== undefined, "the model does not know the lead");
  assert.deepStrictEqual(comparable(decision), decisionOf(decision.leadId, story));
  assert.deepStrictEqual(state, stateOf(desk, state.seed));
};
