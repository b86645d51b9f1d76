import type { Chance } from "./chance.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Leads in each hour of an ordinary day (UTC), on average: two peaks around a lunch, and quiet nights. */
const PER_HOUR = [
  0.1, 0.1, 0, 0, 0, 0.1, 0.4, 1, 1.9, 2.6, 2.9, 2.4, 1.6, 2.1, 2.6, 2.4, 1.9, 1.2, 0.8, 0.6, 0.5, 0.3, 0.2,
  0.1,
];

/** What a weekday makes of that, Monday first: people write on Monday what they thought of over the weekend. */
const PER_WEEKDAY = [1.25, 1.1, 1, 1, 0.75, 0.15, 0.1];

/**
 * The day's own factor, 1 on average and between 0.5 and 1.5: a newsletter or a holiday moves all hours of
 * a day together, so days differ by more than chance alone within their hours would make them.
 */
const noise = (chance: Chance): number => 0.5 + (chance.between(0, 1) + chance.between(0, 1)) / 2;

/**
 * The moments at which leads come in, rising, in whole seconds: within an hour of the week their number is
 * Poisson (people decide on their own), with a mean that is the profile times the day's noise, and given the
 * number they lie uniformly in the hour, as the events of a Poisson process do.
 */
export const arrivals = (chance: Chance, mondayMs: number, weeks: number): readonly number[] =>
  Array.from({ length: weeks * 7 }, (_, day) => {
    const factor = (PER_WEEKDAY[day % 7] ?? 0) * noise(chance);
    return PER_HOUR.flatMap((mean, hour) => {
      const fromMs = mondayMs + day * DAY_MS + hour * HOUR_MS;
      const count = chance.poisson(mean * factor);
      const seconds = Array.from({ length: count }, () => Math.floor(chance.between(0, 3600)));
      return seconds.sort((a, b) => a - b).map((second) => fromMs + second * 1000);
    });
  }).flat();
