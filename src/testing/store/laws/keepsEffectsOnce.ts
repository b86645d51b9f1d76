import type { Effect } from "../../../model/outcome.js";
import { canonicalBytes } from "../../json.js";
import { insist } from "../../laws/law.js";
import { type Host, hostOf } from "../host.js";
import type { Kept } from "../kept.js";
import type { Store, Write } from "../store.js";
import { storeLaw } from "../storeLaw.js";
import { together } from "../together.js";
import { whileReading } from "../whileReading.js";
import { desk, eventOf, firstState, leadsOf, team } from "../workload.js";

const bytesOf = (effects: readonly Effect[]): ReadonlySet<string> => new Set(effects.map(canonicalBytes));

/** What a decision asked for has to be there as soon as the decision is. */
const besideDecisions = (host: Host): ((kept: Kept) => void) => {
  const asked = new Map<string, readonly string[]>();
  let known = 0;
  return ({ leads, effects }) => {
    for (const { outcome } of host.asked.slice(known))
      asked.set(canonicalBytes(outcome.decision), outcome.effects.map(canonicalBytes));
    known = host.asked.length;
    const there = bytesOf(effects);
    for (const { decision } of leads) {
      for (const effect of asked.get(canonicalBytes(decision)) ?? [])
        insist(there.has(effect), `a decision was there without its effect: ${effect}`);
    }
  };
};

const insistExactly = (writes: readonly Write[], effects: readonly Effect[]): void => {
  const wanted = bytesOf(writes.flatMap((write) => write.effects));
  const there = bytesOf(effects);
  for (const effect of wanted) insist(there.has(effect), `an effect was not kept: ${effect}`);
  for (const effect of there)
    insist(wanted.has(effect), `an effect is there whose write was not kept: ${effect}`);
  insist(there.size === effects.length, "an effect is there twice");
};

/** Keeps an answer whose effects are there already, beside a new one: two hosts may know the same effect. */
const keepAgain = async (store: Store, again: Write): Promise<readonly Write[]> => {
  let last: Write | undefined;
  await store.transact(again.lead.id, ({ state, stored }) => {
    if (stored === undefined) return undefined;
    const decision = {
      ...stored.decision,
      revision: stored.decision.revision + 1,
      stateVersion: state.version,
    };
    const effect: Effect = { id: `${again.lead.id} again`, type: "wake", atMs: 1 };
    last = { ...stored, decision, state, effects: [...again.effects, effect] };
    return last;
  });
  return last === undefined ? [] : [last];
};

/** Effects are kept with what they follow from: all of a write that was kept, none of one that was not, each id once. */
export const keepsEffectsOnce = storeLaw(
  "keepsEffectsOnce",
  "The effects of a write are kept in its transaction: all of one that was kept, none of one that was not, each id once.",
  async (open) => {
    const store = await open(firstState());
    const host = hostOf(store, desk, team);
    const leads = leadsOf(16);
    await whileReading(
      store,
      besideDecisions(host),
      leads.map((lead, i) => [() => host.intake(lead), () => host.handle(lead.id, eventOf(i))]),
    );
    insistExactly(host.writes, (await store.everything()).effects);

    const again = await together(host.writes.slice(0, 1).map((write) => keepAgain(store, write)));
    insistExactly([...host.writes, ...again.flat()], (await store.everything()).effects);
  },
);
