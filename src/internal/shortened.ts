const MOST_CHARACTERS = 40;

/** A text that may stand in a reason: trimmed, and a long one cut off, never within a character. */
export const shortened = (text: string): string => {
  const trimmed = text.trim();
  if (trimmed.length <= MOST_CHARACTERS) return trimmed;
  const cut = trimmed.slice(0, MOST_CHARACTERS - 1);
  return `${cut.replace(/[\ud800-\udbff]$/, "")}…`;
};
