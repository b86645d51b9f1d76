import { align } from "../internal/align.js";
import { placeOf } from "../internal/codeUnits.js";
import { heldBeside } from "../internal/heldBy.js";
import type { Decision } from "../model/decision.js";
import type { LeadEvent } from "../model/event.js";
import type { RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Lead } from "../model/lead.js";
import type { Notes } from "../model/notes.js";
import type { Candidate, LedgerView } from "../model/selector.js";
import type { Standing } from "../model/standing.js";
import type { State } from "../model/state.js";
import type { PreparedRoster } from "../roster/prepareRoster.js";
import { join } from "../state/join.js";
import { named } from "../state/ledger.js";
import { notesAt } from "../state/notes.js";
import { loadFrom } from "./load.js";
import type { Parts } from "./parts.js";
import { ledgerNow } from "./period.js";

/** All that one call is about, but for the state, which moves while the call is answered. */
export interface Scene {
  readonly parts: Parts;
  readonly fingerprint: string;
  readonly lead: Lead;
  readonly roster: PreparedRoster;
  /** A lead's clock never runs back: the moment of the call, or of the lead's last change where that is later. */
  readonly nowMs: EpochMs;
  /** Where the lead stands before the call. */
  readonly before: Decision | undefined;
  /** What happened to the lead. Nothing where it comes in. */
  readonly event: LeadEvent | undefined;
  /** Whether the reasoning is asked for. */
  readonly explain: boolean;
}

/** The rep of that id on the scene's roster. */
export const repOf = (scene: Scene, repId: RepId): Candidate | undefined =>
  scene.roster.reps[placeOf(scene.roster.ids, repId)];

/** Where a roster's reps stand in a state's columns. */
interface Alignment {
  readonly ids: readonly string[];
  readonly places: readonly number[];
  readonly knowsAll: boolean;
}

const aligned = new WeakMap<PreparedRoster, Alignment>();

/** The alignment is the same while neither the roster nor the state's ids change, so the last one is kept. */
const alignmentOf = (state: State, roster: PreparedRoster): Alignment => {
  const last = aligned.get(roster);
  if (last?.ids === state.ids) return last;
  const places = align(state.ids, roster.ids);
  const alignment = { ids: state.ids, places, knowsAll: !places.includes(-1) };
  aligned.set(roster, alignment);
  return alignment;
};

/** The state with everybody of the roster laid in. */
export const joined = (state: State, roster: PreparedRoster): State =>
  alignmentOf(state, roster).knowsAll ? state : join(state, roster.ids);

/** The state as this scene's roster reads it. */
export interface Account {
  readonly state: State;
  /** The candidate's place in the state's columns, or -1. */
  readonly place: (candidate: Candidate) => number;
  readonly ledger: LedgerView;
  readonly standing: (candidate: Candidate) => Standing;
  readonly notes: (candidate: Candidate) => Notes;
  /** The most that is owed to anybody who takes turns; worked out once, when asked for. */
  readonly mostOwed: () => number;
}

/** Whether a rep is there to take turns at all, whatever the lead. */
export const takesTurns = ({ rep, weight }: Candidate): boolean => rep.active !== false && weight > 0;

/** What a state without notes says of everybody. */
const NO_NOTES: Notes = { ofRep: () => [], ofAll: () => [] };

/** Opens the strategy's ledger for the reps of the scene. What the state does not know reads 0. */
export const openAccount = (scene: Scene, state: State): Account => {
  const ledger = ledgerNow(scene, state);
  const { places } = alignmentOf(state, scene.roster);
  const place = (candidate: Candidate): number => places[candidate.place] as number;
  const read = (values: readonly number[], candidate: Candidate): number => values[place(candidate)] ?? 0;
  const own = loadFrom(scene.before);
  const view: LedgerView = {
    name: ledger.name,
    seed: state.seed,
    credit: (candidate) => read(ledger.credits, candidate),
    number: (name, candidate) => read(named(ledger.columns, name)?.values ?? [], candidate),
    total: (name) => named(ledger.totals, name)?.value ?? 0,
  };
  // Field by field, since every candidate has one made for every lead, and spreading costs more than all the rest.
  const standing = (candidate: Candidate): Standing => {
    const held = heldBeside(own(candidate.id), candidate.rep, state, place(candidate));
    return {
      openLeads: held.openLeads,
      openOffers: held.openOffers,
      openEffort: held.openEffort,
      credit: view.credit(candidate),
    };
  };
  const notes =
    state.notes.length === 0
      ? () => NO_NOTES
      : (candidate: Candidate): Notes => notesAt(state, place(candidate));
  let most: number | undefined;
  const mostOwed = (): number => {
    if (most !== undefined) return most;
    let found = Number.NEGATIVE_INFINITY;
    for (const rep of scene.roster.reps) if (takesTurns(rep)) found = Math.max(found, view.credit(rep));
    most = Number.isFinite(found) ? found : 0;
    return most;
  };
  return { state, place, ledger: view, standing, notes, mostOwed };
};
