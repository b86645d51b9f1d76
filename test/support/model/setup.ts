import {
  assign,
  available,
  type CascadeOptions,
  capacity,
  cascade,
  compose,
  type LookAgainUntil,
  rotation,
  type Strategy,
  serviceLevel,
  weighted,
} from "../../../src/index.js";

type FilterName = "available" | "capacity";

/** Which strategy is built, and what the model must know of it. */
export interface Setup {
  readonly selector: "rotation" | "weighted";
  readonly filters: readonly FilterName[];
  /** Absent: the lead is assigned. */
  readonly offers?: Required<
    Pick<CascadeOptions, "answerMs" | "atOnce" | "passes" | "whenSilent" | "whenDeclined">
  >;
  /** Absent: nobody waits for first contact. */
  readonly service?: {
    readonly withinMs: number;
    readonly remindBeforeMs: readonly number[];
    readonly barLast?: number;
    readonly onlyOneLeft: "again" | "leave";
    readonly mostTimes?: number;
    readonly whenLapsed: "counts" | "givesBack";
  };
  readonly refundsPerRep: number;
  readonly lookAgainUntil: LookAgainUntil;
}

const FILTERS = { available, capacity };

export const strategyOf = ({ selector, filters, offers, service, ...policy }: Setup): Strategy => {
  const delivery = offers === undefined ? assign(policy) : cascade({ ...offers, ...policy });
  return compose({
    ledger: "desk",
    filters: filters.map((name) => FILTERS[name]()),
    selector: selector === "rotation" ? rotation() : weighted(),
    delivery: service === undefined ? delivery : serviceLevel(delivery, service),
  });
};
