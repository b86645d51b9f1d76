import { compareCodeUnits, placeOf } from "../internal/codeUnits.js";
import type { Adjusted, State } from "../model/state.js";
import type { ByHand } from "./adjust.js";
import { ledgerOf, withLedger } from "./ledger.js";
import { write } from "./write.js";

/** The state with a rep's account at so many credits, and who put it there and why: `leads` is what that adds. */
export const addByHand = (
  state: State,
  { ledger: name, repId, reason, by, atMs }: ByHand,
  credits: number,
  leads: number,
): State => {
  const place = placeOf(state.ids, repId);
  const before = ledgerOf(state, name);
  const known = before.adjusted?.find((each) => each.repId === repId);
  const added = credits - (before.credits[place] as number);
  const adjusted: Adjusted = {
    repId,
    credits: (known?.credits ?? 0) + added + 0,
    last: { leads: leads + 0, reason, ...(by === undefined ? {} : { by }), atMs: atMs + 0 },
  };
  const others = (before.adjusted ?? []).filter((each) => each !== known);
  const written = write(state, name, { credits: { places: [place], values: [credits] } });
  return withLedger(written, {
    ...ledgerOf(written, name),
    adjusted: [...others, adjusted].sort((a, b) => compareCodeUnits(a.repId, b.repId)),
  });
};
