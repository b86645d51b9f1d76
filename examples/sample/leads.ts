import { arrivals } from "./arrivals.js";
import type { Chance, Part } from "./chance.js";

/** A region with the languages its leads ask for, best first. */
interface Market {
  readonly region: string;
  readonly languages: readonly [Part<string>, ...Part<string>[]];
}

const MARKETS: readonly [Part<Market>, ...Part<Market>[]] = [
  [
    {
      region: "US-CA",
      languages: [
        ["en", 4],
        ["es en", 1],
      ],
    },
    15,
  ],
  [{ region: "US-NY", languages: [["en", 1]] }, 12],
  [
    {
      region: "US-TX",
      languages: [
        ["en", 3],
        ["es en", 1],
      ],
    },
    9,
  ],
  [
    {
      region: "CA-QC",
      languages: [
        ["fr-CA en", 3],
        ["fr-CA", 1],
      ],
    },
    5,
  ],
  [{ region: "GB", languages: [["en", 1]] }, 13],
  [{ region: "EMEA/Nordics/SE", languages: [["sv en", 1]] }, 9],
  [
    {
      region: "EMEA/Nordics/DK",
      languages: [
        ["da en", 3],
        ["da", 1],
      ],
    },
    6,
  ],
  // Nobody speaks Finnish: those who do not take English instead cannot be given.
  [
    {
      region: "EMEA/Nordics/FI",
      languages: [
        ["fi en", 2],
        ["fi", 1],
      ],
    },
    4,
  ],
  [
    {
      region: "EMEA/DACH/DE",
      languages: [
        ["de", 3],
        ["de en", 2],
      ],
    },
    13,
  ],
  [{ region: "EMEA/DACH/AT", languages: [["de", 1]] }, 4],
  [{ region: "EMEA/France", languages: [["fr", 1]] }, 7],
  // Nobody serves Asia.
  [{ region: "APAC/JP", languages: [["ja en", 1]] }, 1],
];

const NEEDS: readonly [Part<string>, ...Part<string>[]] = [
  ["", 45],
  ["crm:2", 14],
  ["crm:3", 7],
  ["analytics:2", 8],
  ["analytics:3; crm:1", 3],
  ["integration:2", 7],
  ["integration:4", 1.5],
  ["security:2", 4],
  // Nobody reaches this level.
  ["security:5", 0.6],
];

const TEMPERATURES: readonly [Part<string>, ...Part<string>[]] = [
  ["cold", 5],
  ["warm", 3],
  ["hot", 1],
];

const SOURCES: readonly [Part<string>, ...Part<string>[]] = [
  ["website", 6],
  ["webinar", 3],
  ["referral", 2],
  ["fair", 1],
];

/** The sample leads as rows for a CSV file, header first, in order of arrival. */
export const leads = (chance: Chance, mondayMs: number, weeks: number): readonly (readonly string[])[] => {
  const rows = arrivals(chance, mondayMs, weeks).map((receivedAtMs, i) => {
    const market = chance.pick(MARKETS);
    return [
      `L-${String(i + 1).padStart(3, "0")}`,
      new Date(receivedAtMs).toISOString().replace(".000Z", "Z"),
      market.region,
      chance.pick(market.languages),
      chance.pick(NEEDS),
      chance.pick(TEMPERATURES),
      String(Math.round(chance.between(4, 60)) * 500),
      chance.pick(SOURCES),
    ];
  });
  const header = ["id", "receivedAt", "region", "languages", "needs", "temperature", "value", "source"];
  return [header, ...rows];
};
