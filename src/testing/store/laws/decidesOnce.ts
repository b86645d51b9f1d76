import { insist } from "../../laws/law.js";
import { hostOf } from "../host.js";
import { insistOneLine } from "../oneLine.js";
import { sameJson } from "../sameJson.js";
import { storeLaw } from "../storeLaw.js";
import { together } from "../together.js";
import { desk, firstState, leadsOf, team } from "../workload.js";

/** A lead that comes in several times at once is decided once, and everybody is told the same. */
export const decidesOnce = storeLaw(
  "decidesOnce",
  "A lead that comes in several times at once is decided once, and all who brought it are told the same decision.",
  async (open) => {
    const first = firstState();
    const store = await open(first);
    const host = hostOf(store, desk, team);
    const leads = leadsOf(4);
    const often = [0, 1, 2, 3, 4].flatMap(() => leads);
    const answers = await together(often.map((lead) => host.intake(lead)));
    const kept = await store.everything();
    insistOneLine(first, host.writes, kept);
    insist(host.writes.length === leads.length, "a lead was decided more than once");
    for (const { outcome } of answers) {
      const stored = kept.leads.find(({ lead }) => lead.id === outcome.decision.leadId);
      insist(
        sameJson(stored?.decision, outcome.decision),
        "somebody was told another decision than the one that is kept",
      );
    }
  },
);
