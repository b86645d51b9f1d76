import { cut } from "../../internal/quoted.js";
import type { Lead } from "../../model/lead.js";
import type { Finder } from "./repChange.js";

type ListField = "languages" | "regions" | "teams" | "industries" | "sources" | "channels" | "segments";

/** What the lead says that a list of the rep may name. */
const SAID: Readonly<Record<ListField, (lead: Lead) => readonly (string | undefined)[]>> = {
  languages: ({ languages = [] }) => languages,
  regions: ({ region }) => [region],
  teams: ({ team }) => [team],
  industries: ({ industry }) => [industry],
  sources: ({ source }) => [source],
  channels: ({ channel }) => [channel],
  segments: ({ segment }) => [segment],
};

/** The first one more on a list that wins. Without a list a rep is in no team, and serves anything else. */
const onList =
  (field: ListField, word: string): Finder =>
  ({ lead, rep }, wins) => {
    const list = rep[field] ?? (field === "teams" ? [] : undefined);
    if (list === undefined) return [];
    const missing = SAID[field](lead).filter((each) => each !== undefined && !list.includes(each));
    const found = missing.find((each) => wins({ ...rep, [field]: [...list, each] }));
    return found === undefined
      ? []
      : [{ kind: field, fields: { [field]: [...list, found] }, says: `${word} ${cut(found)}` }];
  };

/** One name more on one of the rep's lists. */
export const lists: readonly Finder[] = [
  onList("languages", "language"),
  onList("regions", "region"),
  onList("teams", "team"),
  onList("industries", "industry"),
  onList("sources", "source"),
  onList("channels", "channel"),
  onList("segments", "segment"),
];
