import { remember } from "./remember.js";

/** "pt-br-" for "pt_BR": one tag is a prefix of another by subtags when its text is. */
const languageText = (tag: string): string => `${tag.trim().toLowerCase().replaceAll("_", "-")}-`;

export const languageTexts = remember((tags: readonly string[]) => tags.map(languageText));

/** `pt` and `pt-BR` fit, `pt-PT` and `pt-BR` do not, nor do `de` and `den`. */
export const languageFits = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
