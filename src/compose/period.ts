import { blame, call } from "../internal/blame.js";
import type { EpochMs } from "../model/instant.js";
import type { Ledger, State } from "../model/state.js";
import { ledgerOf, withLedger, withTotals } from "../state/ledger.js";
import { beganAtMs, PERIOD } from "../state/period.js";
import type { Scene } from "./scene.js";

const startOf = ({ parts: { period }, nowMs }: Scene): EpochMs | undefined => {
  if (period === undefined) return undefined;
  const path = ["period", period.name];
  const startMs = call(path, () => period.startOf(nowMs));
  return Number.isFinite(startMs) && startMs <= nowMs
    ? startMs + 0
    : blame(path, "gave no moment up to the one that was asked about");
};

const fresh = ({ name, credits }: Ledger): Ledger => ({
  name,
  credits: credits.map(() => 0),
  outside: 0,
  columns: [],
  totals: [],
});

/**
 * The strategy's ledger as it stands now: a fresh one where a period has begun since it was written last. One that bears no
 * period yet is in its first.
 */
export const ledgerNow = (scene: Scene, state: State): Ledger => {
  const ledger = ledgerOf(state, scene.parts.ledger);
  const startMs = startOf(scene);
  if (startMs === undefined) return ledger;
  const beganMs = beganAtMs(ledger);
  return beganMs !== undefined && beganMs < startMs ? fresh(ledger) : ledger;
};

/** The state to write into: with the ledger as it stands now, and the period that it is in. */
export const inPeriod = (scene: Scene, state: State): State => {
  const startMs = startOf(scene);
  if (startMs === undefined) return state;
  const ledger = ledgerNow(scene, state);
  return beganAtMs(ledger) === undefined
    ? withLedger(state, withTotals(ledger, [{ name: PERIOD, value: startMs }]))
    : state;
};
