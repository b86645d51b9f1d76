import { demand } from "../internal/demand.js";
import type { Filter } from "../model/filter.js";
import type { Json } from "../model/json.js";

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;

/** Refuses what is no whole number above 0. */
export const demandWhole = (delivery: string, name: string, value: unknown): void =>
  demand(isWhole(value), `${delivery}: ${name} must be a whole number above 0`);

/** Refuses a word that the option does not know. */
export const demandOneOf = (
  delivery: string,
  name: string,
  value: string,
  ...options: readonly string[]
): void =>
  demand(
    options.includes(value),
    `${delivery}: ${name} must be one of ${options.map((option) => JSON.stringify(option)).join(", ")}`,
  );

const isFilter = (filter: Filter | undefined): boolean =>
  typeof filter?.test === "function" && typeof filter.name === "string" && filter.name !== "tried";

/** Refuses what is no list of filters, such as one that was not called. */
export const demandFilters = (delivery: string, of: string, filters: unknown): void =>
  demand(
    Array.isArray(filters) && filters.every(isFilter),
    `${delivery}: ${of} has what is no filter (was it called?)`,
  );

/** What goes into a fingerprint of filters: names and literals. */
export const literalsOfFilters = (filters: readonly Filter[]): Json =>
  filters.map(({ name, literals = null }) => [name, literals]);
