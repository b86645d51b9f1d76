import { demand } from "../../internal/demand.js";
import type { Delivery } from "../../model/delivery.js";
import { type LedgerPolicy, ledgerPolicy } from "../ledgerPolicy.js";

/**
 * How long whoever newly has a lead may take for first contact: by the clock, or by the minutes that it works.
 *
 * @since 0.1.0
 */
export type Within =
  | { readonly withinMs: number; readonly withinWorkingMinutes?: never }
  | { readonly withinWorkingMinutes: number; readonly withinMs?: never };

/**
 * Options of {@link serviceLevel}. Times are whole and above 0.
 *
 * @since 0.1.0
 */
export type ServiceLevelOptions = Within & {
  /** How long before first contact is due the holder is reminded, by the clock. What would come before the lead itself is left out. Absent: never. */
  readonly remindBeforeMs?: readonly number[];
  /** Only the last so many who gave the lead up are not dealt it again. Absent: all of them. */
  readonly barLast?: number;
  /** Nobody else may have the lead: the silent rep keeps it and has the same time again, or it is taken away and nobody has it. Absent: `"again"`. */
  readonly onlyOneLeft?: "again" | "unassigned";
  /** With the lapse of that number nobody has the lead, and the manager is told. Absent: it is dealt on as often as it takes. */
  readonly mostLapses?: number;
  /** Whether a lead that is taken away stays charged, or its price goes back as for a return: the row `lapsed`. Absent: as {@link LEDGER_POLICY} says. */
  readonly policy?: Partial<LedgerPolicy>;
};

/** The options with what is meant where one is absent. */
export interface Terms {
  readonly withinMs?: number;
  readonly withinWorkingMinutes?: number;
  /** The longest first. */
  readonly remindBeforeMs: readonly number[];
  readonly barLast?: number;
  readonly onlyOneLeft: "again" | "unassigned";
  readonly mostLapses?: number;
  readonly lapsed: LedgerPolicy["lapsed"];
}

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;

const demandWhole = (name: string, value: unknown): void =>
  demand(isWhole(value), `serviceLevel: ${name} must be a whole number above 0`);

const demandOneOf = (name: string, value: unknown, a: string, b: string): void =>
  demand(value === a || value === b, `serviceLevel: ${name} must be "${a}" or "${b}"`);

/** Reads the options, and refuses those that mean nothing. */
export const termsOf = (options: ServiceLevelOptions): Terms => {
  demand(typeof options === "object" && options !== null, "serviceLevel: needs options, with withinMs");
  const { withinMs, withinWorkingMinutes, remindBeforeMs = [], barLast, mostLapses } = options;
  const { onlyOneLeft = "again", policy = {} } = options;
  demand(
    (withinMs === undefined) !== (withinWorkingMinutes === undefined),
    "serviceLevel: needs withinMs or withinWorkingMinutes, and not both",
  );
  demand(Array.isArray(remindBeforeMs), "serviceLevel: remindBeforeMs must be a list");
  const numbers = { withinMs, withinWorkingMinutes, barLast, mostLapses };
  const given = Object.entries(numbers).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) demandWhole(name, value);
  for (const [i, value] of remindBeforeMs.entries()) demandWhole(`remindBeforeMs[${i}]`, value);
  demandOneOf("onlyOneLeft", onlyOneLeft, "again", "unassigned");
  return {
    ...Object.fromEntries(given),
    remindBeforeMs: [...remindBeforeMs].sort((a, b) => b - a),
    onlyOneLeft,
    lapsed: ledgerPolicy("serviceLevel", policy).lapsed,
  };
};

/** Refuses what is no delivery. */
export const demandDelivery = (delivery: Delivery): void => {
  const { name, start, on }: Partial<Delivery> = Object(delivery);
  const isDelivery = typeof name === "string" && typeof start === "function" && typeof on === "function";
  demand(isDelivery, "serviceLevel: needs a delivery (was it called?)");
};
