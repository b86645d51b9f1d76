import type { Lead, Rep } from "../../../src/index.js";
import type { Crm } from "./read.js";
import type { Deal } from "./stream.js";

/** What every lead asks for in its product. Invented: the data knows no such need. */
export const LEVEL_NEEDED = 2;

/**
 * A deal as the lead that it was on its first day: nothing of how it ended. Its region is the office that had it, since
 * the data has no other; `hadBy` is read by the replay of history alone.
 */
export const leadOf =
  ({ offices, listPrices }: Crm): ((deal: Deal) => Lead) =>
  ({ id, agent, product, engagedAtMs }) => ({
    id,
    receivedAtMs: engagedAtMs,
    region: offices.get(agent) ?? "none",
    needs: { [product]: LEVEL_NEEDED },
    value: listPrices.get(product) ?? 0,
    attributes: { hadBy: agent },
  });

/** Whether the rep has the skill that the deal asks for. */
export const isSkilled = ({ skills = {} }: Rep, { product }: Deal): boolean =>
  (skills[product] ?? 0) >= LEVEL_NEEDED;
