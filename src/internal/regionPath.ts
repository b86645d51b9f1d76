/** "us/ca/" for "US-CA": one region lies below another when its path begins with the other's. "" for a blank one. */
export const regionPath = (region: string): string =>
  region
    .toLowerCase()
    .split(/[-/]/)
    .map((level) => level.trim())
    .filter((level) => level !== "")
    .map((level) => `${level}/`)
    .join("");
