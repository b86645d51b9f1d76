import type { CloseResult, LeftOutCount, Offer, Rep } from "../../../src/index.js";
import { accountsOf, type Booked } from "./books.js";
import type { Setup } from "./setup.js";

/** Where a rep stands, for the model. */
export interface Stand {
  readonly repId: string;
  readonly openLeads: number;
  readonly openOffers: number;
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
      readonly standing: Stand;
      readonly runnerUp?: Stand;
      readonly workedAtMs?: number;
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
  leftOut: readonly LeftOutCount[];
  candidates: number;
}

/** Everything that the model knows: plain maps and lists, nothing counted twice. */
export interface Desk {
  readonly setup: Setup;
  readonly stories: Map<string, Story>;
  readonly books: Booked[];
  readonly known: Set<string>;
  version: number;
}

export const emptyDesk = (setup: Setup): Desk => ({
  setup,
  stories: new Map(),
  books: [],
  known: new Set(),
  version: 0,
});

/** What a rep holds, counted lead by lead, but for one lead. */
export const holds = (
  { stories }: Desk,
  repId: string,
  butFor?: string,
): { readonly leads: number; readonly offers: number } => {
  let [leads, offers] = [0, 0];
  for (const [leadId, { spot }] of stories) {
    if (leadId === butFor) continue;
    if (spot.status === "assigned" && spot.repId === repId) leads += 1;
    if (spot.status === "offered") offers += spot.offers.filter((offer) => offer.repId === repId).length;
  }
  return { leads, offers };
};

/** What a rep holds beside one lead. The CRM's own count goes first, and has the lead in it once the rep holds it. */
export const loadOf = (desk: Desk, rep: Rep, leadId: string): Pick<Stand, "openLeads" | "openOffers"> => {
  const { leads, offers } = holds(desk, rep.id, leadId);
  if (rep.openLeads === undefined) return { openLeads: leads, openOffers: offers };
  const own = holds(desk, rep.id).leads - leads;
  return { openLeads: Math.max(0, rep.openLeads - own), openOffers: offers };
};

/** Where a rep stands as to one lead. */
export const standOf = (desk: Desk, rep: Rep, leadId: string): Stand => ({
  repId: rep.id,
  ...loadOf(desk, rep, leadId),
  credit: Number(accountsOf(desk.books).get(rep.id) ?? 0n),
});
