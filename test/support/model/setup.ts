import {
  assign,
  available,
  type CascadeOptions,
  capacity,
  cascade,
  compose,
  type Delivery,
  type LedgerPolicy,
  type LookAgainUntil,
  type ManualOptions,
  manual,
  type OweOptions,
  owe,
  pool,
  race,
  rotation,
  type Strategy,
  serviceLevel,
  weighted,
} from "../../../src/index.js";

export type FilterName = "available" | "capacity";

/** Which strategy is built, and what the model must know of it. */
export interface Setup {
  readonly selector: "rotation" | "weighted";
  readonly filters: readonly FilterName[];
  /** What filters owe to those whom they leave out. */
  readonly owes?: Partial<Record<FilterName, OweOptions>>;
  /** Absent: the lead is assigned. */
  readonly offers?: Required<Pick<CascadeOptions, "answerMs" | "atOnce" | "passes">>;
  /** What is absent is as it is where nothing is said. */
  readonly policy?: Partial<LedgerPolicy>;
  /** How long those who were silent may claim the lead after that. Absent: not at all. */
  readonly silentMayClaimForMs?: number;
  /** Who races, group after group: what is asked of each beside the strategy's own filters, and for how long it has. */
  readonly race?: {
    readonly first: number;
    readonly groups: readonly { readonly filters: readonly FilterName[]; readonly openMs: number }[];
  };
  /** 0: the lead stays in the pool. */
  readonly pool?: { readonly pushAfterMs: number };
  readonly manual?: Required<Pick<ManualOptions, "decideMs" | "mostSuggested">>;
  /** Segments to which a lead may be opened, for so long. Absent: none. */
  readonly segments?: Readonly<Record<string, readonly FilterName[]>>;
  readonly segmentMs?: number;
  /** How long a lead is put aside that nobody has. Absent: it is nobody's. */
  readonly parkForMs?: number;
  /** Absent: nobody waits for first contact. */
  readonly service?: {
    readonly withinMs: number;
    readonly remindBeforeMs: readonly number[];
    readonly barLast?: number;
    readonly onlyOneLeft: "again" | "unassigned";
    readonly mostLapses?: number;
  };
  readonly refundsPerRep: number;
  readonly lookAgainUntil: LookAgainUntil;
}

const FILTERS = { available, capacity };

const filtersOf = (names: readonly FilterName[]) => names.map((name) => FILTERS[name]());

const segmentsOf = ({ segments = {} }: Setup) =>
  Object.fromEntries(Object.entries(segments).map(([name, filters]) => [name, filtersOf(filters)]));

const handingOver = (setup: Setup): Delivery => {
  const { offers, race: racing, pool: pooling, manual: dealing, segmentMs, parkForMs } = setup;
  const { refundsPerRep, lookAgainUntil, policy = {} } = setup;
  const afterwards = { refundsPerRep, lookAgainUntil, policy };
  const end = parkForMs === undefined ? ("unassigned" as const) : { parkForMs };
  const openMs = segmentMs === undefined ? {} : { openMs: segmentMs };
  if (racing !== undefined) {
    const groups = racing.groups.map(({ filters, openMs: ms }) => ({
      filters: filtersOf(filters),
      openMs: ms,
    }));
    const { first } = racing;
    return race({
      openMs: 1,
      ...openMs,
      first,
      groups,
      segments: segmentsOf(setup),
      whenNobody: end,
      ...afterwards,
    });
  }
  if (pooling !== undefined)
    return pool({ ...(pooling.pushAfterMs > 0 ? { ...pooling, whenNobody: end } : {}), ...afterwards });
  if (dealing !== undefined)
    return manual({
      ...dealing,
      ...openMs,
      segments: segmentsOf(setup),
      ...(parkForMs === undefined ? {} : { whenUndecided: { parkForMs } }),
      ...afterwards,
    });
  if (offers === undefined) return assign(afterwards);
  const { silentMayClaimForMs } = setup;
  const whenNobody = silentMayClaimForMs === undefined ? end : { silentMayClaimForMs, whenUnclaimed: end };
  return cascade({ ...offers, whenNobody, ...afterwards });
};

const deliveryOf = (setup: Setup): Delivery => {
  const { service, policy = {} } = setup;
  const delivery = handingOver(setup);
  return service === undefined ? delivery : serviceLevel(delivery, { ...service, policy });
};

export const strategyOf = (setup: Setup): Strategy =>
  compose({
    ledger: "desk",
    filters: setup.filters.map((name) => {
      const [filter, owed] = [FILTERS[name](), setup.owes?.[name]];
      return owed === undefined ? filter : owe(filter, owed);
    }),
    selector: setup.selector === "rotation" ? rotation() : weighted(),
    delivery: deliveryOf(setup),
  });
