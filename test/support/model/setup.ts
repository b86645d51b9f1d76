import {
  assign,
  available,
  type CascadeOptions,
  capacity,
  cascade,
  compose,
  type LedgerPolicy,
  type LookAgainUntil,
  type Owes,
  owe,
  rotation,
  type Strategy,
  weighted,
} from "../../../src/index.js";

export type FilterName = "available" | "capacity";

/** Which strategy is built, and what the model must know of it. */
export interface Setup {
  readonly selector: "rotation" | "weighted";
  readonly filters: readonly FilterName[];
  /** What filters owe to those whom they leave out. */
  readonly owes?: Partial<Record<FilterName, Owes>>;
  /** Absent: the lead is assigned. */
  readonly offers?: Required<Pick<CascadeOptions, "answerMs" | "atOnce" | "passes">>;
  /** What is absent is as it is where nothing is said. */
  readonly policy?: Partial<LedgerPolicy>;
  readonly refundsPerRep: number;
  readonly lookAgainUntil: LookAgainUntil;
}

const FILTERS = { available, capacity };

export const strategyOf = ({ selector, filters, offers, owes = {}, ...afterwards }: Setup): Strategy =>
  compose({
    ledger: "desk",
    filters: filters.map((name) => {
      const [filter, owed] = [FILTERS[name](), owes[name]];
      return owed === undefined ? filter : owe(filter, owed);
    }),
    selector: selector === "rotation" ? rotation() : weighted(),
    delivery: offers === undefined ? assign(afterwards) : cascade({ ...offers, ...afterwards }),
  });
