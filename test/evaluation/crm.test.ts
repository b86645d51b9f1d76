import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { endedOf, isWon } from "../../examples/replay/crm/outcomes.js";
import { readCrm } from "../../examples/replay/crm/read.js";
import { differences } from "../../src/evaluation/index.js";
import { unwrap } from "../../src/index.js";
import { sharedPath } from "../support/shared.js";

const file = (n: string) => readFileSync(sharedPath(`data/crm/${n}.csv`), "utf8");
describe("x", () => {
  it("y", () => {
    const crm = readCrm(file("sales_pipeline"), file("sales_teams"), file("products"));
    const ended = endedOf(crm.opportunities);
    const by = (keyOf: (o: (typeof ended)[number]) => string) => {
      const m = new Map<string, { leads: number; won: number }>();
      for (const o of ended) {
        const k = keyOf(o);
        const e = m.get(k) ?? { leads: 0, won: 0 };
        e.leads++;
        if (isWon(o)) e.won++;
        m.set(k, e);
      }
      return [...m].map(([repId, e]) => ({ repId, ...e }));
    };
    for (const k of [(o: any) => o.agent, (o: any) => crm.offices.get(o.agent), (o: any) => o.product]) {
      const t = performance.now();
      console.log(unwrap(differences(by(k), { shuffles: 999 })), performance.now() - t);
    }
    expect(1).toBe(1);
  });
});
