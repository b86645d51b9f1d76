import type { Rep } from "../../model/rep.js";
import { inspect } from "../../state/inspect.js";
import { LEDGER } from "../routing/desk.js";
import type { Run } from "../routing/route.js";
import { balance, hundredths, tenths, toHundredths } from "./amounts.js";
import { namesOf } from "./namesOf.js";
import { left, right, table } from "./table.js";

/** What each rep got beside its fair share. With earlier leads in the account, also what that says now. */
export const shares = ({ reps, fairness, before, after }: Run): readonly string[] => {
  if (reps.length === 0) return ["HOW IT WAS SHARED", "  there are no reps"];
  const nameOf = namesOf(reps);
  const given = fairness.leads - fairness.unassigned;
  const fared = new Map(fairness.reps.map((rep) => [rep.repId, rep]));
  const accounts = new Map(inspect(after).reps.map(({ repId, owed }) => [repId, owed]));
  const goesOn = before.ledgers.some(({ name }) => name === LEDGER);

  const row = ({ id, weight = 1, active = true }: Rep): readonly string[] => {
    const own = fared.get(id);
    const leads = own?.leads ?? 0;
    const share = toHundredths(own?.share ?? 0);
    const account = accounts.get(id)?.find(({ ledger }) => ledger === LEDGER)?.leads ?? 0;
    return [
      active ? nameOf(id) : `${nameOf(id)} (inactive)`,
      String(weight),
      String(leads),
      given === 0 ? "-" : `${tenths((leads * 100) / given)} %`,
      hundredths(share),
      balance(share - leads),
      own === undefined ? "-" : String(own.longestDrought),
      balance(account),
    ];
  };
  const columns = [
    left("rep"),
    right("weight"),
    right("leads"),
    right("of given"),
    right("fair share"),
    right("lag"),
    right("longest wait"),
    right("account now"),
  ];
  return [
    "HOW IT WAS SHARED",
    ...table(goesOn ? columns : columns.slice(0, -1), reps.map(row)),
    "  Fair share: each lead is split by weight among the reps who could have had it. Lag: fair share less leads.",
    "  Longest wait: leads in a row that the rep could have had and did not get.",
  ];
};
