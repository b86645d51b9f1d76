const LONGEST = 40;

const cut = (text: string, longest: number): string => {
  const characters = Array.from(text.slice(0, 2 * longest + 1));
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
};

/** What a terminal would obey, or what would turn text around it about. */
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

const written = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Text from a file, fit for one line of a terminal: long text is cut, control characters are written out. */
export const plain = (text: string, longest = LONGEST): string =>
  cut(text, longest).replace(UNPRINTABLE, written);
