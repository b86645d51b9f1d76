import type { Figures } from "./figures.js";
import { pageWith } from "./page.js";
import { fairnessPicture } from "./pictures/fairnessPicture.js";
import { regretPicture } from "./pictures/regretPicture.js";

/** The page of the guide that is written from the figures. */
export const PAGE = "docs/guide/choosing.md";

/** Everything that is written from the figures, by its path: the figures themselves, two pictures, and the page as it is now with its tables anew. */
export const written = (figures: Figures, page: string): Readonly<Record<string, string>> => {
  const [shown] = figures.worlds;
  if (shown === undefined) throw new Error("there are no figures");
  return {
    "examples/compare/figures.json": `${JSON.stringify(figures, null, 2)}\n`,
    "docs/guide/choosing.svg": fairnessPicture(shown),
    "docs/guide/choosing-regret.svg": regretPicture(figures.long.selectors),
    [PAGE]: pageWith(page, figures),
  };
};
