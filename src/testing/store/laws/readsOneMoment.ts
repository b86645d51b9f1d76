import { insistCounters } from "../../laws/counters.js";
import { insist } from "../../laws/law.js";
import { hostOf } from "../host.js";
import type { Kept } from "../kept.js";
import { insistOneLine } from "../oneLine.js";
import type { Read } from "../store.js";
import { storeLaw } from "../storeLaw.js";
import { whileReading } from "../whileReading.js";
import { desk, firstState, leadsOf, team } from "../workload.js";

const insistOneMoment = ({ state, leads }: Pick<Kept, "state" | "leads">): void => {
  const decisions = leads.map(({ decision }) => decision);
  insistCounters(state, decisions);
  const changes = decisions.reduce((sum, { revision }) => sum + revision + 1, 0);
  insist(
    state.version === changes,
    `a state of version ${state.version} was read beside decisions that changed it ${changes} times`,
  );
};

const asKept = ({ state, stored }: Read): Pick<Kept, "state" | "leads"> => ({
  state,
  leads: stored === undefined ? [] : [stored],
});

const holders = ["ann", "cyd", "eve"] as const;

/**
 * State and leads are read as of one moment, while others write. With a single lead the state is what its decision
 * says, so every read of a transaction can be held to it; with several, every reading of everything.
 */
export const readsOneMoment = storeLaw(
  "readsOneMoment",
  "State and leads are read as of one moment, also while others write: the counters are what the leads say.",
  async (open) => {
    for (const count of [1, 4]) {
      const first = firstState();
      const store = await open(first);
      const host = hostOf(store, desk, team);
      const leads = leadsOf(count);
      const moves = (lead: (typeof leads)[number], line: number): readonly (() => Promise<unknown>)[] =>
        [0, 1, 2, 3, 4].map((i) => () => {
          const to = holders[(line + i) % holders.length] ?? "ann";
          return host.handle(lead.id, { id: `event-${line}-${i}`, atMs: i, type: "reassigned", to });
        });
      await whileReading(
        store,
        insistOneMoment,
        leads.map((lead) => [() => host.intake(lead)]),
      );
      await whileReading(
        store,
        insistOneMoment,
        [0, 1, 2, 3].map((line) => leads.flatMap((lead) => moves(lead, line))),
      );
      if (count === 1) for (const { read } of host.asked) insistOneMoment(asKept(read));
      insistOneLine(first, host.writes, await store.everything());
    }
  },
);
