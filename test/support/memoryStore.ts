import type { Effect, State, StoredLead } from "../../src/index.js";
import type { Store, Write } from "../../src/testing/index.js";

/** What a store in memory holds, as text, as a database would. */
interface Shelf {
  state: string;
  readonly leads: Map<string, string>;
  readonly effects: Map<string, string>;
}

/** Where a store in memory goes wrong; absent: nowhere. */
export interface Faults {
  /** Whether the state's version and the lead's revision, which were read, are still the ones that are there. */
  readonly isCurrent?: (sameVersion: boolean, sameRevision: boolean) => boolean;
  /** State first, decision a moment later. */
  readonly inTwoTransactions?: boolean;
  /** The lead is read a moment after the state. */
  readonly readsInTwo?: boolean;
  readonly effectsOf?: (write: Write) => readonly Effect[];
  /** Under which key an effect is kept. Absent: its id. */
  readonly keyOf?: (effect: Effect, count: number) => string;
  readonly leadKeyOf?: (leadId: string) => string;
  readonly text?: (json: string) => string;
  /** Effects are put on the shelf before it is known whether the write is kept. */
  readonly effectsFirst?: boolean;
  readonly swallows?: boolean;
  readonly keepsReadsThatGaveNothing?: boolean;
  readonly ignoresFirst?: boolean;
}

/** Lets others go first, several times. */
const pause = async (turns: number): Promise<void> => {
  for (let i = 0; i < turns; i += 1) await Promise.resolve();
};

const parsed = <A>(text: string): A => JSON.parse(text) as A;

/**
 * A store that compares and sets, with pauses between reading and keeping, so that conflicts really happen. With
 * `faults` it breaks a promise.
 */
export const memoryStore =
  (faults: Faults = {}) =>
  async (first: State): Promise<Store> => {
    const {
      isCurrent = (sameVersion, sameRevision) => sameVersion && sameRevision,
      effectsOf = ({ effects }) => effects,
      keyOf = ({ id }) => id,
      leadKeyOf = (leadId) => leadId,
      text = (json) => json,
    } = faults;
    const textOf = (value: unknown): string => text(JSON.stringify(value));
    const shelf: Shelf = {
      state: textOf(
        faults.ignoresFirst === true
          ? {
              ...first,
              ids: [],
              openLeads: [],
              openOffers: [],
              openEffort: [],
              offeredEffort: [],
              version: 0,
            }
          : first,
      ),
      leads: new Map(),
      effects: new Map(),
    };
    let turns = 0;
    const stateNow = (): State => parsed(shelf.state);
    const leadNow = (leadId: string): StoredLead | undefined => {
      const json = shelf.leads.get(leadKeyOf(leadId));
      return json === undefined ? undefined : parsed(json);
    };
    const putEffects = (write: Write): void => {
      for (const effect of effectsOf(write))
        shelf.effects.set(keyOf(effect, shelf.effects.size), textOf(effect));
    };
    const putLead = ({ lead, decision }: Write, leadId: string): void => {
      shelf.leads.set(leadKeyOf(leadId), textOf({ lead, decision }));
    };

    const tryOnce = async (leadId: string, change: Parameters<Store["transact"]>[1]): Promise<boolean> => {
      const state = stateNow();
      if (faults.readsInTwo === true) await pause(3);
      const stored = leadNow(leadId);
      turns += 1;
      await pause(1 + (turns % 5));
      const write = change({ state, ...(stored === undefined ? {} : { stored }) });
      if (write === undefined) {
        if (faults.keepsReadsThatGaveNothing === true)
          shelf.state = textOf({ ...state, version: state.version + 1 });
        return true;
      }
      if (faults.effectsFirst === true) putEffects(write);
      await pause(1 + (turns % 3));
      const sameVersion = stateNow().version === state.version;
      const sameRevision = leadNow(leadId)?.decision.revision === stored?.decision.revision;
      if (!isCurrent(sameVersion, sameRevision)) return false;
      shelf.state = textOf(write.state);
      if (faults.inTwoTransactions === true) await pause(4);
      putLead(write, leadId);
      putEffects(write);
      return true;
    };

    return {
      transact: async (leadId, change) => {
        try {
          while (!(await tryOnce(leadId, change)));
        } catch (thrown) {
          if (faults.swallows !== true) throw thrown;
        }
      },
      everything: async () => {
        await pause(1);
        return {
          state: stateNow(),
          leads: [...shelf.leads.values()].map((json) => parsed<StoredLead>(json)),
          effects: [...shelf.effects.values()].map((json) => parsed<Effect>(json)),
        };
      },
    };
  };
