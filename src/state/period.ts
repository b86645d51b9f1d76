import type { EpochMs } from "../model/instant.js";
import type { Ledger } from "../model/state.js";
import { named } from "./ledger.js";

/** The total that says when the ledger's period began: the core's own, not a selector's. */
export const PERIOD = "period from";

/** When the ledger's period began; nothing where it has none. */
export const beganAtMs = ({ totals }: Ledger): EpochMs | undefined => named(totals, PERIOD)?.value;
