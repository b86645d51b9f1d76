import type { Schedule, Span } from "../model/schedule.js";

const spanText = ({ from, to }: Span): string => `${from}-${to}`;

/** The same text for the same schedule, however its object was written down. Only of one that is like no other. */
export const scheduleText = ({ timeZone, hours, dates = [] }: Schedule): string =>
  JSON.stringify([
    timeZone,
    hours?.map(({ days, ...span }) => [days, spanText(span)]) ?? null,
    dates.map(({ date, lastDate = date, hours: other, off = [] }) => [
      date,
      lastDate,
      other?.map(spanText) ?? null,
      off.map(spanText),
    ]),
  ]);
