import type { CloseResult, Lead, LeftOutCount, Offer, Rep } from "../../../src/index.js";
import { accountsOf, type Booked } from "./books.js";
import type { Setup } from "./setup.js";

/** Where a rep stands, for the model. */
export interface Stand {
  readonly repId: string;
  readonly openLeads: number;
  readonly openOffers: number;
  /** Absent: one for each. */
  readonly openEffort?: number;
  readonly credit: number;
}

/** Where a lead is. */
export type Spot =
  | {
      readonly status: "assigned";
      readonly repId: string;
      readonly share: number;
      /** Whether the account paid for the lead. */
      readonly isPaid: boolean;
      /** Absent: 1. */
      readonly effort?: number;
      readonly standing: Stand;
      readonly runnerUp?: Stand;
      readonly sinceMs: number;
      readonly workedAtMs?: number;
      readonly dueAtMs?: number;
      readonly reminded?: number;
      readonly wakeAtMs?: number;
      readonly byHand?: "approved" | "overridden";
    }
  | {
      readonly status: "pooled";
      readonly mode: "open";
      readonly mayClaim?: readonly string[];
      readonly sinceMs: number;
      readonly segment?: string;
      readonly group?: number;
      readonly wakeAtMs?: number;
    }
  | {
      readonly status: "parked";
      readonly reason: string;
      readonly wakeAtMs: number;
      readonly suggested?: readonly string[];
    }
  | {
      readonly status: "offered";
      readonly offers: readonly Offer[];
      readonly offersMade: number;
      readonly declined: ReadonlySet<string>;
      readonly silent: ReadonlySet<string>;
    }
  | { readonly status: "unassigned"; readonly reason: string }
  | {
      readonly status: "closed";
      readonly repId?: string;
      readonly result: CloseResult | "merged";
      readonly value?: number;
      readonly into?: string;
    };

/** One lead's story so far. */
export interface Story {
  spot: Spot;
  atMs: number;
  revision: number;
  stateVersion: number;
  eventIds: readonly string[];
  tried: ReadonlySet<string>;
  /** Who is to have the lead back. */
  lentBy: string | undefined;
  /** How often first contact was not made in time. */
  lapses: number;
  leftOut: readonly LeftOutCount[];
  candidates: number;
}

/** Everything that the model knows: plain maps and lists, nothing counted twice. */
export interface Desk {
  readonly setup: Setup;
  readonly stories: Map<string, Story>;
  /** What is known of each lead by now. */
  readonly leads: Map<string, Lead>;
  readonly books: Booked[];
  readonly known: Set<string>;
  version: number;
}

export const emptyDesk = (setup: Setup): Desk => ({
  setup,
  stories: new Map(),
  leads: new Map(),
  books: [],
  known: new Set(),
  version: 0,
});

/** What leads and offers a rep holds, and what they weigh. */
export interface Holding {
  readonly leads: number;
  readonly offers: number;
  readonly leadsWeigh: number;
  readonly offersWeigh: number;
}

/** What a rep holds, counted lead by lead, but for one lead. */
export const holds = ({ stories }: Desk, repId: string, butFor?: string): Holding => {
  const all = { leads: 0, offers: 0, leadsWeigh: 0, offersWeigh: 0 };
  for (const [leadId, { spot }] of stories) {
    if (leadId === butFor) continue;
    if (spot.status === "assigned" && spot.repId === repId) {
      all.leads += 1;
      all.leadsWeigh += spot.effort ?? 1;
    }
    for (const offer of spot.status === "offered" ? spot.offers : []) {
      if (offer.repId !== repId) continue;
      all.offers += 1;
      all.offersWeigh += offer.effort ?? 1;
    }
  }
  return all;
};

/** What a lead weighs now. */
export const effortOf = ({ leads }: Desk, leadId: string): number => leads.get(leadId)?.effort ?? 1;

/** Said only where it is not 1. */
export const saidEffort = (effort: number): { readonly effort?: number } => (effort === 1 ? {} : { effort });

/** What a rep holds beside one lead. The CRM's own count and sum go first, and have the lead in them once the rep holds it. */
export const loadOf = (
  desk: Desk,
  rep: Rep,
  leadId: string,
): Required<Pick<Stand, "openLeads" | "openOffers" | "openEffort">> => {
  const others = holds(desk, rep.id, leadId);
  const all = holds(desk, rep.id);
  const openLeads =
    rep.openLeads === undefined ? others.leads : Math.max(0, rep.openLeads - (all.leads - others.leads));
  const summed = () => {
    if (rep.openEffort !== undefined)
      return Math.max(0, rep.openEffort - (all.leadsWeigh - others.leadsWeigh));
    return rep.openLeads === undefined ? others.leadsWeigh : openLeads;
  };
  return { openLeads, openOffers: others.offers, openEffort: summed() + others.offersWeigh };
};

/** Where a rep stands as to one lead. */
export const standOf = (desk: Desk, rep: Rep, leadId: string): Stand => {
  const { openEffort, ...load } = loadOf(desk, rep, leadId);
  return {
    repId: rep.id,
    ...load,
    ...(openEffort === load.openLeads + load.openOffers ? {} : { openEffort }),
    credit: Number(accountsOf(desk.books).get(rep.id) ?? 0n),
  };
};
