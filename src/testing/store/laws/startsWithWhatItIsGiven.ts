import { unwrap } from "../../../model/unwrap.js";
import { reconcile } from "../../../state/reconcile.js";
import { insist } from "../../laws/law.js";
import { sameJson } from "../sameJson.js";
import { storeLaw } from "../storeLaw.js";
import { firstState } from "../workload.js";

/** A fresh store keeps the state it was opened with, and no lead. */
export const startsWithWhatItIsGiven = storeLaw(
  "startsWithWhatItIsGiven",
  "A fresh store keeps the state it was opened with; no lead is known and nothing is to be done.",
  async (open) => {
    const first = unwrap(reconcile(firstState(), [{ repId: "__proto__", openLeads: 0 }]));
    const store = await open(first);
    const { state, leads, effects } = await store.everything();
    insist(sameJson(state, first), "the state is not the one that the store was opened with");
    insist(leads.length === 0 && effects.length === 0, "there are leads or effects before any was kept");
    await store.transact("lead-0", (read) => {
      insist(
        sameJson(read.state, first),
        "another state is read than the one that the store was opened with",
      );
      insist(read.stored === undefined, "a lead is known before it was kept");
      return undefined;
    });
  },
);
