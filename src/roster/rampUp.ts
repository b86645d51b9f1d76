import { demand } from "../internal/demand.js";
import { weeksSince } from "../internal/weeksSince.js";
import type { EpochMs } from "../model/instant.js";
import type { Rep } from "../model/rep.js";
import type { Roster } from "../model/roster.js";

const isMoment = (value: unknown): boolean => Number.isFinite(value) && (value as number) >= 0;

const isStep = (value: unknown): boolean => isMoment(value) && (value as number) <= 1;

/** To whole thousandths, the smallest of them where anything is left. */
const part = (weight: number, step: number): number =>
  weight * step === 0 ? 0 : Math.max(1, Math.round(weight * step * 1000)) / 1000;

const ramped = (rep: Rep, nowMs: EpochMs, steps: readonly number[]): Rep => {
  const { joinedAtMs, weight = 1 } = rep;
  const step = joinedAtMs === undefined ? undefined : steps[weeksSince(joinedAtMs, nowMs)];
  return step === undefined || step === 1 || weight === 0 ? rep : { ...rep, weight: part(weight, step) };
};
