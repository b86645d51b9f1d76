/** A moment in ISO 8601; beyond the year 275760, where calendars end, its milliseconds. */
export const iso = (atMs: number): string => {
  const date = new Date(atMs);
  return Number.isNaN(date.getTime()) ? String(atMs) : date.toISOString();
};
