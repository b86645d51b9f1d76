/** A name is short. What looks otherwise is not even asked about, nor kept. */
const NAME = /^[A-Za-z][\w+/-]{0,63}$/;

/** Answers last, and few: names come from rosters, but also with leads. */
const MOST_NAMES = 2048;

const answers = new Map<string, string | undefined>();

const asked = (name: string): string | undefined => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

/**
 * The runtime's own name for the zone of that name, however it is spelled; nothing where it knows none. Whatever is remembered of
 * a zone is remembered by this one, since leads may spell a zone in more ways than there is memory for.
 */
export const zoneOf = (name: string): string | undefined => {
  if (!NAME.test(name)) return undefined;
  if (answers.has(name)) return answers.get(name);
  const answer = asked(name);
  if (answers.size >= MOST_NAMES) answers.clear();
  answers.set(name, answer);
  return answer;
};
