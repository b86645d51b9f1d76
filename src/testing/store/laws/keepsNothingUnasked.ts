import { insist } from "../../laws/law.js";
import { hostOf } from "../host.js";
import { sameJson } from "../sameJson.js";
import { storeLaw } from "../storeLaw.js";
import { desk, firstState, leadsOf, team } from "../workload.js";

/** `undefined` keeps nothing, of a new lead as of a known one. */
export const keepsNothingUnasked = storeLaw(
  "keepsNothingUnasked",
  "A change that gives `undefined` keeps nothing, and the transaction ends well.",
  async (open) => {
    const store = await open(firstState());
    const host = hostOf(store, desk, team);
    for (const lead of leadsOf(2)) await host.intake(lead);
    const before = await store.everything();
    for (const leadId of ["lead-0", "another"]) await store.transact(leadId, () => undefined);
    insist(sameJson(await store.everything(), before), "something was kept");
  },
);
