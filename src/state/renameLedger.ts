import type { Either } from "fp-ts/lib/Either.js";
import { faultsOf, id } from "../check/shape.js";
import { compareCodeUnits } from "../internal/codeUnits.js";
import type { LedgerName } from "../model/id.js";
import type { Problem, Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import { change } from "./change.js";
import { readState } from "./readState.js";

const faultsOfNames = (state: State, from: LedgerName, to: LedgerName): readonly Problem[] => {
  const faults = [...faultsOf("from", id, from), ...faultsOf("to", id, to)];
  const read = readState(state);
  if (read._tag === "Left" || faults.length > 0) return faults;
  const names = read.right.ledgers.map(({ name }) => name);
  return [
    ...(names.includes(from) ? [] : [{ path: ["from"], message: "names no ledger of the state" }]),
    ...(from !== to && names.includes(to)
      ? [{ path: ["to"], message: "names a ledger that is there already" }]
      : []),
  ];
};

/**
 * The same account under another name, for a strategy whose ledger is to be called something else.
 *
 * @remarks
 * **Errors:** no ledger of the old name, or one of the new name is there already: accounts are never merged.
 *
 * @example
 * ```ts
 * const counted = unwrap(adoptCounts(emptyState({ seed: "s" }), { ledger: "web", counts: [{ repId: "ann", leads: 3 }], mostLeads: 1 }));
 * unwrap(renameLedger(counted, "web", "inbound")).ledgers.map(({ name }) => name); // => ["inbound"]
 * ```
 *
 * @since 0.1.0
 */
export const renameLedger = (state: State, from: LedgerName, to: LedgerName): Either<Problems, State> =>
  change(state, faultsOfNames(state, from, to), (good) => {
    if (from === to) return good;
    const ledgers = good.ledgers.map((ledger) => (ledger.name === from ? { ...ledger, name: to } : ledger));
    return { ...good, ledgers: ledgers.sort((a, b) => compareCodeUnits(a.name, b.name)) };
  });
