import { field, present, type Row, rowsOf } from "../csv.js";

/** One row of the pipeline. Dates are days, read as midnight in UTC. */
export interface Opportunity {
  readonly id: string;
  readonly agent: string;
  readonly product: string;
  readonly stage: string;
  /** Missing while it is only a prospect. */
  readonly engagedAtMs: number | undefined;
  /** Missing while it is open. */
  readonly closedAtMs: number | undefined;
  /** What it brought, in USD; 0 when it was lost or is still open. */
  readonly wonValue: number;
}

/** The three files, joined by name. */
export interface Crm {
  readonly opportunities: readonly Opportunity[];
  /** The office of each agent, also of those who own nothing. */
  readonly offices: ReadonlyMap<string, string>;
  /** The list price of each product, in USD. */
  readonly listPrices: ReadonlyMap<string, number>;
}

const day = (row: Row, column: string): number | undefined => {
  const value = field(row, column);
  return value === undefined ? undefined : Date.parse(value);
};

const opportunityOf = (row: Row): Opportunity => ({
  id: present(row, "opportunity_id"),
  agent: present(row, "sales_agent"),
  product: present(row, "product"),
  stage: present(row, "deal_stage"),
  engagedAtMs: day(row, "engage_date"),
  closedAtMs: day(row, "close_date"),
  wonValue: Number(field(row, "close_value") ?? 0),
});

/** Reads `sales_pipeline.csv`, `sales_teams.csv` and `products.csv`. */
export const readCrm = (pipeline: string, teams: string, products: string): Crm => ({
  opportunities: rowsOf(pipeline).map(opportunityOf),
  offices: new Map(
    rowsOf(teams).map((row) => [present(row, "sales_agent"), present(row, "regional_office")]),
  ),
  listPrices: new Map(
    rowsOf(products).map((row) => [present(row, "product"), Number(present(row, "sales_price"))]),
  ),
});
