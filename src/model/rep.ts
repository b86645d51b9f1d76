import type { RepId } from "./id.js";
import type { EpochMs, Interval } from "./instant.js";
import type { Json } from "./json.js";
import type { Limit, Quota } from "./limit.js";
import type { Performance } from "./performance.js";
import type { Schedule } from "./schedule.js";

/**
 * A person who may receive leads, with what is known now. Only `id` is needed.
 *
 * @since 0.1.0
 */
export interface Rep {
  readonly id: RepId;
  readonly name?: string;
  /** Absent: `true`. */
  readonly active?: boolean;
  /** Absent: `"online"`. Away and offline are unavailable. */
  readonly presence?: "online" | "away" | "offline";
  /** Regions served; each covers what lies below it. Absent: everywhere; empty: nowhere. */
  readonly regions?: readonly string[];
  /** BCP 47 tags; one fits when it or the lead's is a prefix of the other by subtags. Absent: any; empty: none. */
  readonly languages?: readonly string[];
  /** Skill to level. Absent: none. */
  readonly skills?: Readonly<Record<string, number>>;
  /** On the scale of {@link Lead.complexity}. Absent: 0. */
  readonly experience?: number;
  readonly role?: string;
  /** Absent: in none. */
  readonly teams?: readonly string[];
  /** Industries served. Absent: any; empty: none. */
  readonly industries?: readonly string[];
  /** Sources served, by the same rule as `industries`. */
  readonly sources?: readonly string[];
  /** Channels served, by the same rule as `industries`. */
  readonly channels?: readonly string[];
  /** Segments served, by the same rule as `industries`. */
  readonly segments?: readonly string[];
  /** Accounts that the rep may not have, such as a former employer or a relative's firm. */
  readonly excludedAccounts?: readonly string[];
  /** Who stands in while the rep is away, best first, where {@link owner} asks for it. Absent: nobody. */
  readonly substitutes?: readonly RepId[];
  /** 0 to 10,000 in whole thousandths. Absent: 1. With 0 the rep takes no turn. */
  readonly weight?: number;
  /**
   * Weights by what a lead says in the field that {@link weighted} is told: `{ DE: 120, US: 50 }` by region. Each as
   * `weight`, which counts where none of them fits. Whoever's `weight` is 0 takes no turn all the same.
   */
  readonly weights?: Readonly<Record<string, number>>;
  /** Most open leads at once, each by its {@link Lead.effort}, open offers counted. Absent: no limit. */
  readonly capacity?: number;
  /** The CRM's own count of open leads; replaces the state's. Open offers are added to either. */
  readonly openLeads?: number;
  /**
   * The CRM's own sum of the effort of open leads; replaces the state's. Absent beside `openLeads`: 1 for each of
   * those.
   */
  readonly openEffort?: number;
  /** When the rep works. Absent: all the time. */
  readonly schedule?: Schedule;
  /** Leave, sick days, appointments: outside the schedule whatever it says. */
  readonly timeOff?: readonly Interval[];
  /** The most leads in windows of time; all of them hold. Absent: no limit. */
  readonly limits?: readonly Limit[];
  /** The least leads in windows of time. Absent: none asked for. */
  readonly quotas?: readonly Quota[];
  /** The level of the rep, where a host has levels; 1 is usually the best. */
  readonly tier?: number;
  /** What came of the rep's leads, for selectors by performance. Absent: nothing is known. */
  readonly performance?: Performance;
  readonly joinedAtMs?: EpochMs;
  /** Anything else, for filters and selectors of your own. */
  readonly attributes?: Readonly<Record<string, Json>>;
}
