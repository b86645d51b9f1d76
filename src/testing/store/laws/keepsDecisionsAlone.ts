import { insist } from "../../laws/law.js";
import { hostOf } from "../host.js";
import { insistOneLine } from "../oneLine.js";
import { sameJson } from "../sameJson.js";
import { storeLaw } from "../storeLaw.js";
import { together } from "../together.js";
import { desk, firstState, leadsOf, nobody } from "../workload.js";

const TIMES = [0, 1, 2, 3, 4, 5];

/** A decision that leaves the state as it was is kept too, and a conflict about it is seen. */
export const keepsDecisionsAlone = storeLaw(
  "keepsDecisionsAlone",
  "A decision that leaves the state as it was is kept too, and of two that read the same revision one is asked again.",
  async (open) => {
    const first = firstState();
    const store = await open(first);
    const host = hostOf(store, desk, nobody);
    const leads = leadsOf(3);
    await together(TIMES.flatMap(() => leads).map((lead) => host.intake(lead)));
    insist(
      host.writes.length === leads.length,
      `${host.writes.length} decisions were kept of ${leads.length} leads that nobody can have`,
    );
    insistOneLine(first, host.writes, await store.everything());

    const answers = await together(
      TIMES.flatMap((i) =>
        leads.map(({ id }) =>
          host.handle(id, {
            id: `event-${i}`,
            atMs: i,
            type: "closed",
            result: i % 2 === 0 ? "lost" : "won",
          }),
        ),
      ),
    );
    const closings = answers.filter(({ outcome }) => outcome.refusal === undefined);
    insist(
      closings.length === leads.length,
      `${closings.length} closings of ${leads.length} leads were kept`,
    );
    const kept = await store.everything();
    insistOneLine(first, host.writes, kept);
    insist(sameJson(kept.state, first), "the state changed, though no decision changed it");
  },
);
