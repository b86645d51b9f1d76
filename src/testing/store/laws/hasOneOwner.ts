import { capacity } from "../../../filters/capacity.js";
import { compose } from "../../../index.js";
import { quoted } from "../../../internal/quoted.js";
import { holderOf } from "../../../model/holderOf.js";
import { rotation } from "../../../selectors/byTurn/rotation.js";
import { insist } from "../../laws/law.js";
import { hostOf } from "../host.js";
import { insistOneLine } from "../oneLine.js";
import { openPool } from "../openPool.js";
import { storeLaw } from "../storeLaw.js";
import { together } from "../together.js";
import { firstState, leadsOf, team } from "../workload.js";

const pool = compose({ ledger: "pool", filters: [capacity()], selector: rotation(), delivery: openPool });

/** Of all who claim a lead at the same time one has it, and the others are refused. */
export const hasOneOwner = storeLaw(
  "hasOneOwner",
  "Of all who claim a lead at once one has it, and everybody else is refused.",
  async (open) => {
    const first = firstState();
    const store = await open(first);
    const host = hostOf(store, pool, team);
    const leads = leadsOf(3);
    for (const lead of leads) await host.intake(lead);
    const claims = leads.flatMap(({ id }) => team.reps.map((rep) => ({ leadId: id, repId: rep.id })));
    const answers = await together(
      claims.map(async ({ leadId, repId }) => {
        const { outcome } = await host.handle(leadId, {
          id: `claim by ${repId}`,
          atMs: 0,
          type: "claimed",
          repId,
        });
        return { leadId, repId, isGranted: outcome.refusal === undefined };
      }),
    );
    const kept = await store.everything();
    for (const { decision } of kept.leads) {
      const name = quoted(decision.leadId);
      const granted = answers.filter(({ leadId, isGranted }) => isGranted && leadId === decision.leadId);
      insist(granted.length === 1, `${granted.length} were told that they have lead ${name}`);
      insist(
        holderOf(decision) === granted[0]?.repId,
        `lead ${name} is another's than the one who was told so`,
      );
    }
    insistOneLine(first, host.writes, kept);
  },
);
