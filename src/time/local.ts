import type { EpochMs } from "../model/instant.js";
import { type Stretch, stretchAt } from "./offset.js";

/**
 * What a clock on the wall shows, as milliseconds since 1970-01-01T00:00 on that clock: 9 o'clock on the first day is
 * 32,400,000 everywhere.
 */
export type LocalMs = number;

/** No zone is further from UTC, and none has ever moved its clocks by more in one step. */
const FAR_MS = 48 * 3_600_000;

/** What the clock shows at a moment. */
export const localAt = (timeZone: string, atMs: EpochMs): LocalMs =>
  atMs + stretchAt(timeZone, atMs).offsetMs;

/** The stretches in which a clock may show what lies between, in order, each with another offset than the one before. */
export const stretchesNear = (timeZone: string, from: LocalMs, to: LocalMs): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (let atMs = from - FAR_MS; atMs < to + FAR_MS; ) {
    const stretch = stretchAt(timeZone, atMs);
    const before = stretches.at(-1);
    if (before?.offsetMs === stretch.offsetMs) stretches.pop();
    stretches.push(before?.offsetMs === stretch.offsetMs ? { ...before, toMs: stretch.toMs } : stretch);
    atMs = stretch.toMs;
  }
  return stretches;
};

const isIn = ({ fromMs, toMs }: Stretch, atMs: number): boolean => fromMs <= atMs && atMs < toMs;

/** Every moment at which the clock shows this: none where clocks skip it, two where they are put back over it. */
const momentsOf = (stretches: readonly Stretch[], local: LocalMs): readonly EpochMs[] =>
  stretches.flatMap((stretch) => {
    const atMs = local - stretch.offsetMs;
    return isIn(stretch, atMs) ? [atMs] : [];
  });

/** The stretch after which clocks skip this. */
const beforeGap = (stretches: readonly Stretch[], local: LocalMs): Stretch => {
  const at = stretches.findIndex(
    ({ toMs, offsetMs }, i) =>
      toMs + offsetMs <= local && local < toMs + (stretches[i + 1]?.offsetMs ?? offsetMs),
  );
  return stretches[at] as Stretch;
};

/** Of two moments at which a clock shows the same. */
export type Which = "first" | "last";

/** {@link momentOf} for whoever has the stretches near, as whoever asks for many moments. */
export const momentAmong = (stretches: readonly Stretch[], local: LocalMs, which: Which): EpochMs => {
  if (stretches.length === 1) return local - (stretches[0] as Stretch).offsetMs;
  const moments = momentsOf(stretches, local);
  return (which === "first" ? moments[0] : moments.at(-1)) ?? local - beforeGap(stretches, local).offsetMs;
};

/** Whether a clock shows this at all. */
export const isShown = (stretches: readonly Stretch[], local: LocalMs): boolean =>
  stretches.length === 1 || momentsOf(stretches, local).length > 0;

/**
 * The moment at which a clock shows this. Of two, the first or the last. Where clocks skip it, it is later by as much as
 * they skip ("compatible" in the words of Temporal).
 */
export const momentOf = (timeZone: string, local: LocalMs, which: Which = "first"): EpochMs =>
  momentAmong(stretchesNear(timeZone, local, local), local, which);

/** The first moment at which a clock shows this or more: where clocks skip it, the moment at which they do. */
export const firstMomentFrom = (timeZone: string, local: LocalMs): EpochMs => {
  const stretches = stretchesNear(timeZone, local, local);
  return momentsOf(stretches, local)[0] ?? beforeGap(stretches, local).toMs;
};
