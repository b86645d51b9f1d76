import { CREDITS_PER_LEAD } from "../../src/index.js";
import type { Store } from "../../src/testing/index.js";

/** What the state counts for each rep beside what the leads say, and what the rep is owed. */
export const leadsPerRep = async (store: Store): Promise<readonly (readonly string[])[]> => {
  const { state, leads } = await store.everything();
  const held = (status: string, repId: string): string =>
    String(
      leads.filter(
        ({ decision }) => decision.status === status && "repId" in decision && decision.repId === repId,
      ).length,
    );
  const rows = state.ids.map((repId, i) => [
    repId,
    String(state.openLeads[i]),
    held("assigned", repId),
    held("closed", repId),
    ((state.ledgers[0]?.credits[i] ?? 0) / CREDITS_PER_LEAD).toFixed(2),
  ]);
  return [["rep", "open leads", "assigned", "closed", "owed"], ...rows];
};
