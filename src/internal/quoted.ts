const MOST_CHARACTERS = 200;

/** A text of any length, cut where it is long, never within a character. */
export const cut = (text: string): string =>
  text.length <= MOST_CHARACTERS
    ? text
    : `${text.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/, "")}…`;

/** A name in quotes for a message, which is to stay short whatever the name. */
export const quoted = (name: string): string => JSON.stringify(cut(name));
