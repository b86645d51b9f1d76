import type { RepId } from "../model/id.js";
import type { Ledger, NoteColumn, State } from "../model/state.js";

/** The old place of each new id; -1 for a newcomer, whose every number is 0. */
type Sources = readonly number[];

const drawn = (values: readonly number[], sources: Sources): readonly number[] =>
  sources.map((source) => (source < 0 ? 0 : (values[source] as number)));

const realignLedger =
  (sources: Sources) =>
  (ledger: Ledger): Ledger => ({
    ...ledger,
    credits: drawn(ledger.credits, sources),
    columns: ledger.columns.map(({ name, values }) => ({ name, values: drawn(values, sources) })),
  });

/** Both old places and new ones rise, so one walk over them is enough. */
const realignNotes =
  (sources: Sources) =>
  (notes: NoteColumn): NoteColumn => {
    const places: number[] = [];
    const ofReps: (readonly number[])[] = [];
    let next = 0;
    for (const [place, source] of sources.entries()) {
      while ((notes.places[next] as number) < source) next += 1;
      if (notes.places[next] !== source) continue;
      places.push(place);
      ofReps.push(notes.ofReps[next] as readonly number[]);
    }
    return { ...notes, places, ofReps };
  };

/** The same state over other ids. */
export const realign = (state: State, ids: readonly RepId[], sources: Sources): State => ({
  ...state,
  ids,
  openLeads: drawn(state.openLeads, sources),
  openOffers: drawn(state.openOffers, sources),
  openEffort: drawn(state.openEffort, sources),
  offeredEffort: drawn(state.offeredEffort, sources),
  ledgers: state.ledgers.map(realignLedger(sources)),
  notes: state.notes.map(realignNotes(sources)),
});
