import { hostOf } from "../host.js";
import { insistOneLine } from "../oneLine.js";
import { storeLaw } from "../storeLaw.js";
import { together } from "../together.js";
import { desk, eventOf, firstState, leadsOf, team } from "../workload.js";

/** Many at once come to what they would have come to one after the other. */
export const losesNoUpdate = storeLaw(
  "losesNoUpdate",
  "Transactions side by side are kept as one line, each after a read of what the one before it left: no update is lost.",
  async (open) => {
    const first = firstState();
    const store = await open(first);
    const host = hostOf(store, desk, team);
    const leads = leadsOf(24);
    await together(leads.map((lead) => host.intake(lead)));
    insistOneLine(first, host.writes, await store.everything());
    await together(leads.map(({ id }, i) => host.handle(id, eventOf(i))));
    insistOneLine(first, host.writes, await store.everything());
  },
);
