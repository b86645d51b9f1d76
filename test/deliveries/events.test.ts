import { describe, expect, it } from "vitest";
import { eventShape } from "../../src/check/event.js";
import * as refusals from "../../src/deliveries/refusals.js";
import { assign, cascade, type Delivery, manual, pool, race, serviceLevel } from "../../src/index.js";
import { eventPage } from "./support/eventPage.js";
import { answer, EVENTS, STATUSES } from "./support/eventTable.js";

const deliveries: readonly (readonly [string, Delivery])[] = [
  ["assign", assign()],
  ["cascade", cascade({ answerMs: 100, whenNobody: { parkForMs: 100 } })],
  ["assign that looks again", assign({ lookAgainUntil: "worked" })],
  ["assign with a time for first contact", serviceLevel(assign(), { withinMs: 100 })],
  ["cascade that looks again", cascade({ answerMs: 100, lookAgainUntil: "assigned" })],
  ["race", race({ openMs: 100, segments: { seniors: [] } })],
  ["race that looks again", race({ openMs: 100, groups: [{}, {}], lookAgainUntil: "assigned" })],
  ["pool", pool({ pushAfterMs: 100 })],
  ["manual", manual({ decideMs: 100, segments: { seniors: [] }, openMs: 100 })],
];

const types = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

const rules = new Set(
  Object.values(refusals).flatMap((each) => (typeof each === "function" ? [] : [each.rule])),
);

describe.each(deliveries)("%s", (_, delivery) => {
  describe.each(STATUSES)("asked about a lead that is %s", (status) => {
    it.each(types)("answers %s by a place or by a rule that is known", (type) => {
      const { decision, refusal, effects, state } = answer(delivery, status, type);
      if (refusal === undefined) {
        expect(decision.eventIds).toContain("now");
        return;
      }
      expect(rules).toContain(refusal.rule);
      expect(refusal.reason).not.toBe("");
      expect(decision.status).toBe(status);
      expect(decision.eventIds).not.toContain("now");
      expect([effects, state.version]).toStrictEqual([[], answer(delivery, status, type).state.version]);
    });
  });

  it.each(types)("refuses %s once the lead is closed", (type) => {
    expect(answer(delivery, "closed", type).refusal?.rule).toBe("lead-closed");
  });
});

describe("the page of the guide", () => {
  it("knows every type of event", () => {
    const [fault] = eventShape({ type: "none such" });
    for (const type of types) expect(fault?.message).toContain(`"${type}"`);
    expect(fault?.message.split(",")).toHaveLength(types.length);
  });

  it("has the answers that are given; `npx vitest -u` writes it anew after an intended change", async () => {
    await expect(eventPage()).toMatchFileSnapshot("../../docs/guide/event-table.md");
  });
});
