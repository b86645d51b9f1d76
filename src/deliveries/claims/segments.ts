import { compareCodeUnits } from "../../internal/codeUnits.js";
import { demand } from "../../internal/demand.js";
import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import type { Filter } from "../../model/filter.js";
import type { Json } from "../../model/json.js";
import { dealtOn } from "../afterwards/deal.js";
import type { EventOf, Standing } from "../afterwards/of.js";
import { demandFilters, literalsOfFilters } from "../demands.js";
import { LEAD_CLOSED, LEAD_TAKEN, NO_SEGMENTS, NO_SUCH_SEGMENT, SEGMENT_EMPTY } from "../refusals.js";
import { type Opening, openTo } from "./openTo.js";

/** Filters by the name of a segment: whoever they let through, beside the strategy's own, belongs to it. */
export type Segments = ReadonlyMap<string, readonly Filter[]>;

/** Reads the option, and refuses what are no filters. */
export const segmentsOf = (
  delivery: string,
  given: Readonly<Record<string, readonly Filter[]>>,
): Segments => {
  demand(
    typeof given === "object" && given !== null && !Array.isArray(given),
    `${delivery}: segments must be lists of filters by name`,
  );
  const entries = Object.entries(given).sort(([a], [b]) => compareCodeUnits(a, b));
  for (const [name, filters] of entries) demandFilters(delivery, `segment ${JSON.stringify(name)}`, filters);
  return new Map(entries.map(([name, filters]) => [name, [...filters]]));
};

/** What goes into the fingerprint. */
export const literalsOfSegments = (segments: Segments): Json =>
  [...segments].map(([name, filters]) => [name, literalsOfFilters(filters)]);

const NO_FILTERS: readonly Filter[] = [];

/** What the segment asks for to which the lead was opened; nothing more than being told where the strategy has it no longer. */
export const filtersOfSegment = (
  segments: Segments,
  { segment = "" }: Standing<"pooled">,
): readonly Filter[] => segments.get(segment) ?? NO_FILTERS;

/** Somebody opens the lead to a segment, whose reps race for it; whoever was asked before is told that it is gone. */
export const onOpened = (
  segments: Segments,
  opening: Omit<Opening, "filters">,
  question: EventQuestion,
  { segment }: EventOf<"opened">,
): Move | Refusal => {
  const { decision, findsAnybody } = question;
  if (decision.status === "closed") return LEAD_CLOSED;
  if (segments.size === 0) return NO_SEGMENTS;
  const filters = segments.get(segment);
  if (filters === undefined) return NO_SUCH_SEGMENT;
  if (decision.status === "assigned") return LEAD_TAKEN;
  if (!findsAnybody(filters)) return SEGMENT_EMPTY;
  const place = dealtOn((start) => {
    const open = openTo(start, { ...opening, filters });
    return open === undefined ? { status: "unassigned", reason: "nobody-else" } : { ...open, segment };
  }, question);
  return { place };
};
