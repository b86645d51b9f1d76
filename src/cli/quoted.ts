import { plain } from "./plain.js";

/** Text from a file, in quotes, fit for one line of a terminal. */
export const quoted = (text: string): string => `"${plain(text)}"`;
