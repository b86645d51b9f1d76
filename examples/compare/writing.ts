import type { Figures } from "./figures.js";
import { pageWith } from "./page.js";
import { fairnessPicture } from "./pictures/fairnessPicture.js";
import { regretPicture } from "./pictures/regretPicture.js";

/** The page of the guide that is written from the figures. */
export const PAGE = "docs/guide/choosing.md";

/** Where the figures themselves are kept. */
export const FIGURES = "examples/compare/figures.json";

export const figuresText = (figures: Figures): string => `${JSON.stringify(figures, null, 2)}\n`;

/** Everything that is made from the figures, by its path: two pictures, and the page as it is now with its tables anew. */
export const written = (figures: Figures, page: string): Readonly<Record<string, string>> => {
  const [shown] = figures.worlds;
  if (shown === undefined) throw new Error("there are no figures");
  return {
    "docs/guide/choosing.svg": fairnessPicture(shown),
    "docs/guide/choosing-regret.svg": regretPicture(figures.long.selectors),
    [PAGE]: pageWith(page, figures),
  };
};
