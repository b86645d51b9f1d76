import { figure, table } from "../replay/table.js";
import type { Figures } from "./figures.js";
import { longRows, worldRows } from "./rows.js";

/** The comparison as text, a table for each world. */
export const report = ({ seeds, leads, worlds, long }: Figures): string =>
  [
    ...worlds
      .filter(({ selectors }) => selectors.length > 0)
      .map((world) => `${world.name.toUpperCase()}: ${world.says}\n\n${table(worldRows(world))}`),
    ...(seeds === 0
      ? []
      : [
          `${seeds} seasons of ${figure(leads)} leads in each world; ±: 95 % interval of the mean over seasons; *: beyond its interval`,
        ]),
    ...(long.seeds === 0
      ? []
      : [`REGRET IN THE LONG RUN, in won deals, ${long.seeds} seeds\n\n${table(longRows(long.selectors))}`]),
  ].join("\n\n");
