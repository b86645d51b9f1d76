export const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** 1970-01-05, the first Monday of the count. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** Half-open: `toMs` is the first midnight after it. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** From March to October 2017 leads come in steadily; before, the stream swells, after, it dries up. */
export const STEADY: Span = { fromMs: Date.UTC(2017, 2, 1), toMs: Date.UTC(2017, 10, 1) };

export const isIn = ({ fromMs, toMs }: Span, atMs: number): boolean => fromMs <= atMs && atMs < toMs;

/** The midnights of a span. */
export const daysOf = ({ fromMs, toMs }: Span): readonly number[] =>
  Array.from({ length: Math.ceil((toMs - fromMs) / DAY_MS) }, (_, i) => fromMs + i * DAY_MS);

/** The whole week, Monday to Sunday, in which the moment lies. */
export const weekOf = (atMs: number): Span => {
  const fromMs = Math.floor((atMs - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;
  return { fromMs, toMs: fromMs + WEEK_MS };
};

export const dateOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
