import type { Figures } from "./figures.js";
import { longRows, worldRows } from "./rows.js";

/** In the page of the guide, what is written from the figures stands between these. */
const MARKS = ["<!-- written by `npm run compare -- --write` -->", "<!-- until here -->"] as const;

const markdown = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? "---" : "--:")), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replace(" *", "&nbsp;\\*")).join(" | ")} |`)
    .join("\n");

const tablesOf = ({ worlds, long }: Figures): string =>
  [
    ...worlds.map(
      (world) => `### In the world where ${world.name}\n\n${world.says}\n\n${markdown(worldRows(world))}`,
    ),
    `### The long run\n\nRegret in won deals, over ${long.seeds} seeds:\n\n${markdown(longRows(long.selectors))}`,
  ].join("\n\n");

/** The page with the tables that the figures give. */
export const pageWith = (page: string, figures: Figures): string => {
  const [begin, end] = MARKS.map((mark) => page.indexOf(mark)) as [number, number];
  if (begin < 0 || end < begin) throw new Error("the page has no place for the figures");
  return `${page.slice(0, begin + MARKS[0].length)}\n\n${tablesOf(figures)}\n\n${page.slice(end)}`;
};
