import { figure } from "../replay/table.js";
import type { Figures } from "./figures.js";
import { gainRows, longRows, worldRows } from "./rows.js";

const markdown = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? "---" : "--:")), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replace(" *", "&nbsp;\\*")).join(" | ")} |`)
    .join("\n");

/** The tables of the page, by the names that stand in its marks. */
const tablesOf = ({
  seeds,
  leads,
  worlds: [first, ...others],
  long,
}: Figures): Readonly<Record<string, string>> => {
  if (first === undefined) throw new Error("there are no figures");
  const all = [first, ...others];
  return {
    "reps differ": `Where reps differ, over ${seeds} seasons of ${figure(leads)} leads each:\n\n${markdown(worldRows(first))}`,
    "all worlds": markdown(gainRows(all, ({ gain }) => gain)),
    "all worlds, luck aside": markdown(gainRows(all, ({ expectedGain }) => expectedGain)),
    "long run": `Regret in won deals over ${long.seeds} seeds, where everybody may have every lead and its end is known at once:\n\n${markdown(longRows(long.selectors))}`,
  };
};

/** The page with the tables that the figures give, each between its marks. */
export const pageWith = (page: string, figures: Figures): string =>
  Object.entries(tablesOf(figures)).reduce((text, [name, table]) => {
    const [begin, end] = [`<!-- figures: ${name} -->`, "<!-- until here -->"];
    const from = text.indexOf(begin);
    const to = text.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`the page has no place for "${name}"`);
    return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
  }, page);
