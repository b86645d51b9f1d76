import type { Lead, Rep, RepId, Roster } from "../../src/index.js";
import { arrivals } from "../sample/arrivals.js";
import { type Chance, chance } from "../sample/chance.js";
import { DAY_MS, HOUR_MS, MONDAY_MS, schedules } from "./calendar.js";
import { type Luck, luckFor } from "./luck.js";
import { asParts } from "./segments.js";
import { inTiers, REPS, repOf } from "./staff.js";
import { type Talent, talentOf } from "./talents.js";
import type { World } from "./world.js";

/** A lead as it comes in, with its number in the season. */
export interface Arrival {
  readonly number: number;
  readonly lead: Lead;
}

/** What every selector is put through alike. */
export interface Season {
  readonly world: World;
  readonly seed: number;
  readonly roster: Roster;
  readonly arrivals: readonly Arrival[];
  /** How likely the rep wins the lead while it holds so many others. */
  readonly rateOf: (lead: Lead, rep: Rep, load: number) => number;
  readonly luckOf: (lead: number, repId: RepId) => Luck;
}

/** Now and then a campaign: so many leads within two hours of one morning. */
const CAMPAIGN_LEADS = 30;
const WEEKS_PER_CAMPAIGN = 3;

const LEADS_PER_WEEK = 155;

const campaigns = (draw: Chance, weeks: number): readonly number[] =>
  Array.from({ length: Math.floor(weeks / WEEKS_PER_CAMPAIGN) }, (_, i) => {
    const day = i * WEEKS_PER_CAMPAIGN * 7 + Math.floor(draw.between(0, 5));
    const fromMs = MONDAY_MS + day * DAY_MS + 9 * HOUR_MS;
    return Array.from({ length: CAMPAIGN_LEADS }, () => fromMs + Math.floor(draw.between(0, 7_200)) * 1_000);
  }).flat();

const leadsOf = (draw: Chance, count: number, weeks: number): readonly Arrival[] =>
  [...arrivals(draw, MONDAY_MS, weeks), ...campaigns(draw, weeks)]
    .sort((a, b) => a - b)
    .slice(0, count)
    .map((receivedAtMs, number) => {
      const { name, value } = draw.pick(asParts);
      return {
        number,
        lead: {
          id: `lead ${number}`,
          receivedAtMs,
          segment: name,
          value: Math.floor(draw.between(...value)),
        },
      };
    });

/** From here on, as part of a full desk, load does what it does. */
const BUSY_FROM = 0.25;

const underLoad = ({ whenFull }: World, load: number, { capacity = 1 }: Rep): number => {
  const busy = Math.min(1, Math.max(0, (load / capacity - BUSY_FROM) / (1 - BUSY_FROM)));
  return 1 - (1 - whenFull) * busy;
};

/** The season of a world that a seed leads to, of so many leads. */
export const seasonOf = (world: World, seed: number, leads: number): Season => {
  const drawOf = (what: string): Chance => chance(`${what} ${seed}`);
  // A week has as many leads as it has, so some weeks more, of which the last are left out.
  const weeks = Math.ceil(leads / LEADS_PER_WEEK) + 4;
  const talents = drawOf("talents");
  const staff = Array.from({ length: REPS }, (_, place) => {
    const talent = talentOf(talents, world);
    return { talent, rep: repOf(drawOf(`rep ${place}`), place, talent, weeks) };
  });
  const talentBy = new Map<RepId, Talent>(staff.map(({ rep, talent }) => [rep.id, talent]));
  const placeBy = new Map(staff.map(({ rep }, place) => [rep.id, place]));
  const luck = luckFor(drawOf("luck"), leads, REPS);
  return {
    world,
    seed,
    roster: { schedules, reps: inTiers(staff.map(({ rep }) => rep)) },
    arrivals: leadsOf(drawOf("leads"), leads, weeks),
    rateOf: (lead, rep, load) =>
      (talentBy.get(rep.id)?.get(lead.segment ?? "") ?? 0) * underLoad(world, load, rep),
    luckOf: (lead, repId) => luck(lead, placeBy.get(repId) ?? 0),
  };
};
