import { cut } from "../internal/quoted.js";
import { utcMinute } from "../internal/utcMinute.js";
import type { Explanation, LeftOutRep, RankedRep } from "../model/explanation.js";
import type { RepId } from "../model/id.js";
import type { Merit } from "../model/selector.js";

/** How people are called, and how many of them are told of. */
export interface Manner {
  readonly nameOf: (repId: RepId) => string;
  readonly most: number;
}

/** A name in a sentence: in quotes where it would not stand out, cut where it is long. */
export const named = (name: string): string =>
  name.trim() === "" || /[,"\p{Cc}]/u.test(name) ? JSON.stringify(cut(name)) : cut(name);

/** "ann", "ann and bob", "ann, bob and 3 more". */
export const listed = (repIds: readonly RepId[], { nameOf, most }: Manner): string => {
  const names = repIds.slice(0, Math.max(1, most)).map(nameOf);
  const rest = repIds.length - names.length;
  const all = rest > 0 ? [...names, `${rest} more`] : names;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all[all.length - 1]}`;
};

const REASONS: Readonly<Record<string, string>> = {
  "empty-roster": "there is nobody on the roster",
  "all-left-out": "everybody is left out",
  "none-takes-a-turn": "nobody who may have it takes a turn",
  "nobody-else": "there is nobody else",
  "nobody-accepted": "nobody accepted it",
  "nobody-claimed": "nobody claimed it",
  "nobody-decided": "nobody dealt it in time",
  "awaits-manager": "it waits to be dealt by hand",
  "nobody-found": "nobody may have it",
  "nobody-at-work": "nobody who may have it is at work",
  "limits-reached": "nobody who may have it has room",
  "outside-hours": "it came outside the hours",
  "owner-away": "its owner is away",
};

const because = ({ reason }: Explanation): string => {
  if (reason === undefined) return "";
  return `: ${Object.hasOwn(REASONS, reason) ? REASONS[reason] : cut(reason)}`;
};

/** Nothing where it is not known, or so far off that dates grow a digit. */
const until = ({ wakeAtMs }: Explanation): string => {
  const text = wakeAtMs === undefined ? undefined : utcMinute(wakeAtMs);
  return text === undefined ? "" : ` until ${text}`;
};

/** Where the lead goes, to stand after the lead's name. */
export const outcomeText = (explanation: Explanation, manner: Manner): string => {
  const { status, given } = explanation;
  const names = listed(given, manner);
  switch (status) {
    case "assigned":
      return `goes to ${names}`;
    case "offered":
      return `is offered to ${names}`;
    case "pooled":
      return given.length === 0 ? "lies in the pool" : `may be claimed by ${names}`;
    case "parked":
      return `is put aside${until(explanation)}${because(explanation)}`;
    case "unassigned":
      return `goes to nobody${because(explanation)}`;
    case "closed":
      return "is closed";
  }
};

/** " (skills 2.25: has crm 3 where 1 is asked; region 1: serves all levels)"; nothing where a score has no parts. */
const partsText = ({ parts = [] }: Merit): string => {
  const told = parts.map(
    ({ name, score, says }) => `${cut(name)} ${Math.round(score * 100) / 100}: ${cut(says)}`,
  );
  return told.length === 0 ? "" : ` (${told.join("; ")})`;
};

/** What put a candidate in its place, to stand after its name. */
export const standsText = ({ merit, adjusted }: RankedRep, candidates: number): string => {
  if (candidates === 1) return "is the only one who may have it";
  const says = merit === undefined ? "may have it" : `${merit.says}${partsText(merit)}`;
  return adjusted === undefined ? says : `${says}; ${byHandText(adjusted)}`;
};

/** "2 leads added by hand: covered the fair". */
const byHandText = ({ leads, reason }: NonNullable<RankedRep["adjusted"]>): string => {
  const many = Math.round(Math.abs(leads) * 100) / 100;
  return `${many} ${many === 1 ? "lead" : "leads"} ${leads < 0 ? "taken off" : "added"} by hand: ${cut(reason)}`;
};

/** What left a rep out, to stand after its name. Whoever has the lead all the same had it before that. */
export const leftOutText = ({ repId, by, reason, isOwed }: LeftOutRep, { given }: Explanation): string => {
  if (given.includes(repId)) return `has it, and would by now be left out by ${by}: ${reason}`;
  const owed = isOwed === true ? "; it is entitled to its part all the same" : "";
  return by === "tried" ? reason : `is left out by ${by}: ${reason}${owed}`;
};

/** The way through the branches; nothing where there are none. */
export const wayText = ({ path }: Explanation): string => path.map(named).join(" / ");
