import { insist } from "../../laws/law.js";
import { hostOf } from "../host.js";
import { insistOneLine } from "../oneLine.js";
import { sameJson } from "../sameJson.js";
import type { Store } from "../store.js";
import { storeLaw } from "../storeLaw.js";
import { desk, firstState, leadsOf, team } from "../workload.js";

/** What a transaction rejects with; its own end where it does not. */
const thrownBy = async (store: Store, leadId: string, change: () => never): Promise<unknown> => {
  try {
    await store.transact(leadId, change);
  } catch (thrown) {
    return thrown;
  }
  return "nothing";
};

/** What a change throws is thrown on and keeps nothing, and whoever comes next is not kept waiting. */
export const throwsOn = storeLaw(
  "throwsOn",
  "What a change throws is thrown on, keeps nothing, and leaves the store open to the next.",
  async (open) => {
    const first = firstState();
    const store = await open(first);
    const host = hostOf(store, desk, team);
    const [known, next] = leadsOf(2);
    if (known === undefined || next === undefined) return;
    await host.intake(known);
    const before = await store.everything();
    for (const leadId of [known.id, "another"]) {
      const fault = new Error("a change that throws");
      const thrown = await thrownBy(store, leadId, () => {
        throw fault;
      });
      insist(thrown === fault, `${String(thrown)} was thrown instead of what the change threw`);
    }
    insist(sameJson(await store.everything(), before), "something was kept of a change that threw");
    await host.intake(next);
    insistOneLine(first, host.writes, await store.everything());
  },
);
