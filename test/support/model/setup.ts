import {
  assign,
  available,
  type CascadeOptions,
  capacity,
  cascade,
  compose,
  type LedgerPolicy,
  type LookAgainUntil,
  rotation,
  type Strategy,
  weighted,
} from "../../../src/index.js";

type FilterName = "available" | "capacity";

/** Which strategy is built, and what the model must know of it. */
export interface Setup {
  readonly selector: "rotation" | "weighted";
  readonly filters: readonly FilterName[];
  /** Absent: the lead is assigned. */
  readonly offers?: Required<Pick<CascadeOptions, "answerMs" | "atOnce" | "passes">>;
  /** What is absent is as it is where nothing is said. */
  readonly policy?: Partial<LedgerPolicy>;
  readonly refundsPerRep: number;
  readonly lookAgainUntil: LookAgainUntil;
}

const FILTERS = { available, capacity };

export const strategyOf = ({ selector, filters, offers, ...afterwards }: Setup): Strategy =>
  compose({
    ledger: "desk",
    filters: filters.map((name) => FILTERS[name]()),
    selector: selector === "rotation" ? rotation() : weighted(),
    delivery: offers === undefined ? assign(afterwards) : cascade({ ...offers, ...afterwards }),
  });
