import { tzOffset } from "@date-fns/tz/tzOffset";
import type { EpochMs } from "../model/instant.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Offsets are learned for so many days at a time. */
const BLOCK_MS = 32 * DAY_MS;
/** What a calendar knows: beyond it nothing has a date. */
const LAST_MS = 8.64e15;
/** More than any run needs; whoever asks about all of time does not fill the memory with it. */
const MOST_BLOCKS = 4096;

/** A stretch of time in which a zone keeps one offset from UTC, as far as it was looked at. */
export interface Stretch {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
  /** Local time less UTC. */
  readonly offsetMs: number;
}

type Blocks = Map<number, readonly Stretch[]>;

const zones = new Map<string, Blocks>();

const askedOffset = (timeZone: string, atMs: number): number => {
  const within = Math.min(LAST_MS, Math.max(-LAST_MS, atMs));
  return Math.round(tzOffset(timeZone, new Date(within)) * MINUTE_MS);
};

/** The first whole millisecond after `fromMs` at which the offset is the one at `toMs`: they differ, and change once. */
const changeBetween = (timeZone: string, fromMs: number, toMs: number): number => {
  const after = askedOffset(timeZone, toMs);
  let [low, high] = [fromMs, toMs];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (askedOffset(timeZone, middle) === after) high = middle;
    else low = middle;
  }
  return high;
};

/** Looks once a day: no zone has changed its offset and changed it back within one. */
const stretchesFrom = (timeZone: string, startMs: number): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let fromMs = startMs;
  let offsetMs = askedOffset(timeZone, startMs);
  for (let dayMs = startMs; dayMs < startMs + BLOCK_MS; dayMs += DAY_MS) {
    const nextMs = askedOffset(timeZone, dayMs + DAY_MS);
    if (nextMs === offsetMs) continue;
    const changeMs = changeBetween(timeZone, dayMs, dayMs + DAY_MS);
    if (changeMs < startMs + BLOCK_MS) {
      stretches.push({ fromMs, toMs: changeMs, offsetMs });
      fromMs = changeMs;
      offsetMs = nextMs;
    }
  }
  return [...stretches, { fromMs, toMs: startMs + BLOCK_MS, offsetMs }];
};

const blocksOf = (timeZone: string): Blocks => {
  const known = zones.get(timeZone) ?? new Map<number, readonly Stretch[]>();
  zones.set(timeZone, known);
  return known;
};

/** The stretch of a zone's time that a moment lies in: learned from the runtime once for each month or so. */
export const stretchAt = (timeZone: string, atMs: EpochMs): Stretch => {
  const blocks = blocksOf(timeZone);
  const block = Math.floor(atMs / BLOCK_MS);
  let stretches = blocks.get(block);
  if (stretches === undefined) {
    if (blocks.size >= MOST_BLOCKS) blocks.clear();
    stretches = stretchesFrom(timeZone, block * BLOCK_MS);
    blocks.set(block, stretches);
  }
  return stretches.find(({ toMs }) => atMs < toMs) as Stretch;
};
