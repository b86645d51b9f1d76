import type { Lead } from "../model/lead.js";
import { remember } from "./remember.js";

/** "us/ca/" for "US-CA": one region lies below another when its path begins with the other's. "" for a blank one. */
export const regionPath = (region: string): string =>
  region
    .toLowerCase()
    .split(/[-/]/)
    .map((level) => level.trim())
    .filter((level) => level !== "")
    .map((level) => `${level}/`)
    .join("");

/** The path of the lead's region; "" where it says none. */
export const askedRegion = remember((lead: Lead) => regionPath(lead.region ?? ""));

/** The paths of the regions that a rep serves, blank ones left out. */
export const servedRegions = remember((regions: readonly string[]): readonly string[] =>
  regions.map(regionPath).filter((path) => path !== ""),
);
