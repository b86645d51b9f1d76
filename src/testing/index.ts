/**
 * The laws of a strategy as functions, and arbitraries that make trouble likely, for fast-check.
 *
 * @packageDocumentation
 */

export { aLead } from "./arbitraries/aLead.js";
export { type Answer, anAnswer } from "./arbitraries/anAnswer.js";
export { anEvent } from "./arbitraries/anEvent.js";
export { anId } from "./arbitraries/anId.js";
export { aRep } from "./arbitraries/aRep.js";
export { aRoster } from "./arbitraries/aRoster.js";
export { aScenario, type PlayedStep, type Scenario, type Step } from "./arbitraries/aScenario.js";
export { aSituation, type Situation } from "./arbitraries/aSituation.js";
export type { Shares } from "./fairness/dealer.js";
export { type Bound, theoremT } from "./fairness/mirror.js";
export { fittingEvent } from "./fittingEvent.js";
export { eligible } from "./laws/eligible.js";
export { explained } from "./laws/explained.js";
export { type FairOptions, fair } from "./laws/fair.js";
export type { FilterLaw, FilterTrial } from "./laws/filterLaw.js";
export { filterLaws } from "./laws/filterLaws.js";
export { filterOrderFree } from "./laws/filterOrderFree.js";
export { filterPure } from "./laws/filterPure.js";
export { filterTotal } from "./laws/filterTotal.js";
export { idempotent } from "./laws/idempotent.js";
export { indexAgrees } from "./laws/indexAgrees.js";
export type { Law, Trial } from "./laws/law.js";
export { neverOver } from "./laws/neverOver.js";
export { noFlood } from "./laws/noFlood.js";
export { nothingLost } from "./laws/nothingLost.js";
export { oddIds } from "./laws/oddIds.js";
export { oneOwner } from "./laws/oneOwner.js";
export { orderFree } from "./laws/orderFree.js";
export { pure } from "./laws/pure.js";
export { replayable } from "./laws/replayable.js";
export { storable } from "./laws/storable.js";
export { strategyLaws } from "./laws/strategyLaws.js";
export { total } from "./laws/total.js";
export { versioned } from "./laws/versioned.js";
export { wakes } from "./laws/wakes.js";
export { withinLimits } from "./laws/withinLimits.js";
export { type Carrier, type Played, play } from "./play.js";
export type { Read, Store, Write } from "./store/store.js";
export { storeContract } from "./store/storeContract.js";
export type { OpenStore, StoreLaw } from "./store/storeLaw.js";
