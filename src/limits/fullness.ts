import { counted } from "../internal/counted.js";
import { utcMinute } from "../internal/utcMinute.js";
import type { Exclusion } from "../model/filter.js";
import type { FilterQuestion } from "../model/filterQuestion.js";
import type { EpochMs } from "../model/instant.js";
import type { Limit } from "../model/limit.js";
import { mostAt } from "./mostAt.js";
import type { Rule } from "./rules.js";

type Asked = Pick<FilterQuestion, "rep" | "standing" | "notes" | "nowMs">;

/** A moment before 1970 stands for its beginning; one from the year 10000 on has no words. */
const sinceText = (fromMs: EpochMs): string => {
  const text = utcMinute(Math.max(0, fromMs));
  return text === undefined ? "" : ` since ${text}`;
};

/** "had 4 leads of 5 since 2026-01-05 00:00 UTC and holds 1 open offer". */
const reasonOf = (
  { of, counter }: Rule<Limit>,
  { nowMs }: Asked,
  { had, offers, most }: { readonly had: number | undefined; readonly offers: number; readonly most: number },
): string => {
  if (had === undefined || had + offers < most)
    return "has no room for a late lead, since those given after it count already";
  if (most === 0) return "may have no leads yet, by the ramp after joining";
  const leads = `${counted(had, "lead")} of ${most}${sinceText(counter.windowAt(nowMs).fromMs)}`;
  const holds = offers > 0 ? ` and holds ${counted(offers, "open offer")}` : "";
  return `${of === "rep" ? "had" : "is among those who had"} ${leads}${holds}`;
};

/** Why a limit leaves the rep out, and until when at least; nothing where there is room for one more lead. Open offers count as leads. */
export const fullness = (rule: Rule<Limit>, asked: Asked): Exclusion | undefined => {
  const { limit, of, counter, note } = rule;
  const { rep, standing, notes, nowMs } = asked;
  const { most, untilMs: changesAtMs } = mostAt(limit, rep.joinedAtMs, nowMs);
  const values = of === "rep" ? notes.ofRep(note) : notes.ofAll(note);
  // Who is asked for all together is not known, so their offers are looked at when they are taken.
  const offers = of === "rep" ? standing.openOffers : 0;
  if (offers < most && counter.freeFrom(values, most - offers, nowMs) <= nowMs) return undefined;
  const had = counter.had(values, nowMs);
  const freeMs = most > 0 ? counter.freeFrom(values, most, nowMs) : Number.POSITIVE_INFINITY;
  const untilMs = Math.min(freeMs, changesAtMs);
  return {
    passes: false,
    reason: reasonOf(rule, asked, { had, offers, most }),
    ...(had === undefined ? {} : { has: had + offers }),
    wants: most,
    ...(nowMs < untilMs && untilMs < Number.POSITIVE_INFINITY ? { untilMs } : {}),
  };
};
