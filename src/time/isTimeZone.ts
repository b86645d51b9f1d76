const isKnown = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

/** Answers last, and few: names come from rosters, but also with leads. */
const MOST_NAMES = 2048;

const answers = new Map<string, boolean>();

/**
 * Whether this runtime knows a time zone of that name, such as "Europe/Warsaw". A bare offset such as "+01:00" is no name:
 * it has no clock changes, and some runtimes refuse it.
 */
export const isTimeZone = (name: string): boolean => {
  const before = answers.get(name);
  if (before !== undefined) return before;
  const answer = /^[A-Za-z]/.test(name) && isKnown(name);
  if (answers.size >= MOST_NAMES) answers.clear();
  answers.set(name, answer);
  return answer;
};
