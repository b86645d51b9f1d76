/**
 * Decides which sales rep gets which lead: pure, fair by proof, explainable.
 *
 * @packageDocumentation
 */
import { composeParts } from "./compose/composeParts.js";
import type { Parts } from "./compose/parts.js";
import { assign } from "./deliveries/assign.js";
import type { Delivery } from "./model/delivery.js";
import type { Strategy } from "./model/strategy.js";

/**
 * What {@link compose} joins.
 *
 * @since 0.1.0
 */
export interface Composition extends Omit<Parts, "delivery"> {
  /** How the lead is handed over. Absent: {@link assign}, the push. */
  readonly delivery?: Delivery;
}

/**
 * Joins filters, a selector and a delivery into a strategy.
 *
 * A lead goes through the three stages: the filters say who may have it, the selector who comes first among
 * them, the delivery how it is handed over. Parts of your own are as good as the ones that come along.
 *
 * @remarks
 * **Errors:** a `RangeError` when a part is not what its place asks for, since that is a mistake in the
 * program. The strategy itself throws nothing: bad input, and a part that throws, become a `Left`.
 *
 * @example
 * ```ts
 * const inbound = compose({
 *   ledger: "inbound",
 *   filters: [region(), language(), expertise(), available()],
 *   selector: weighted(),
 * });
 * const roster = { reps: [{ id: "ann", languages: ["en"] }, { id: "bob", languages: ["sv"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, languages: ["sv"] };
 * holderOf(unwrap(inbound(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const compose = (parts: Composition): Strategy => composeParts({ delivery: assign(), ...parts });

export { type BringBackOptions, bringBack } from "./backlog/bringBack.js";
export { type DrainOptions, drain } from "./backlog/drain.js";
export type { Drained, DrainedLead } from "./backlog/oneByOne.js";
export type { WaitingOrder } from "./backlog/order.js";
export { type RedistributeOptions, redistribute } from "./backlog/redistribute.js";
export type { Alternative } from "./compose/alternative.js";
export { branch, type Case } from "./compose/branch.js";
export type { LeadQuestion } from "./compose/combination.js";
export { EVENT_IDS_KEPT } from "./compose/decisionBase.js";
export { firstOf } from "./compose/firstOf.js";
export { type Arm, split } from "./compose/split.js";
export type { AfterwardsOptions } from "./deliveries/afterwards/afterwards.js";
export type { LookAgainUntil } from "./deliveries/afterwards/onUpdated.js";
export { type AssignOptions, assign } from "./deliveries/assign.js";
export { cascade } from "./deliveries/cascade/cascade.js";
export type { CascadeOptions, Ring, WhenNobodyAccepts } from "./deliveries/cascade/options.js";
export type { LeadField, ShowingOptions } from "./deliveries/claims/showing.js";
export { LEDGER_POLICY, type LedgerPolicy } from "./deliveries/ledgerPolicy.js";
export { manual } from "./deliveries/manual/manual.js";
export type { ManualOptions } from "./deliveries/manual/options.js";
export { type PoolOptions, pool } from "./deliveries/pool/pool.js";
export type { RaceGroup, RaceOptions } from "./deliveries/race/options.js";
export { race } from "./deliveries/race/race.js";
export type { ServiceLevelOptions, Within } from "./deliveries/serviceLevel/options.js";
export { serviceLevel } from "./deliveries/serviceLevel/serviceLevel.js";
export type { WhenNobody } from "./deliveries/whenNobody/whenNobody.js";
export type { CreditChange } from "./explain/changes/credits.js";
export type { RepChange } from "./explain/changes/repChange.js";
export { explain } from "./explain/explain.js";
export { explainFrom } from "./explain/explainFrom.js";
export { explanationFor } from "./explain/explanationFor.js";
export { explanationText, type TextOptions } from "./explain/explanationText.js";
export { type Suggestion, type SuggestOptions, suggest } from "./explain/suggest.js";
export { type WhyNot, whyNot } from "./explain/whyNot.js";
export { whyNotText } from "./explain/whyNotText.js";
export { type AtMostAheadOptions, atMostAhead } from "./filters/atMostAhead.js";
export { type AvailableOptions, available } from "./filters/available.js";
export { type AwakeTogetherOptions, awakeTogether } from "./filters/awakeTogether.js";
export { capacity } from "./filters/capacity.js";
export { channel } from "./filters/channel.js";
export { type CoolDownOptions, coolDown } from "./filters/coolDown.js";
export { type DuringHoursOptions, duringHours } from "./filters/duringHours.js";
export { exclude } from "./filters/exclude.js";
export type { ExemptLead } from "./filters/exempt.js";
export { experience } from "./filters/experience.js";
export { expertise } from "./filters/expertise.js";
export { type FinishFirstOptions, finishFirst } from "./filters/finishFirst.js";
export { industry } from "./filters/industry.js";
export { language } from "./filters/language.js";
export { type LimitsOptions, limits } from "./filters/limits.js";
export { type OweOptions, owe } from "./filters/owe.js";
export { type OwnerOptions, owner, type Waiting } from "./filters/owner.js";
export { prefer } from "./filters/prefer.js";
export { type QuotasOptions, quotas } from "./filters/quotas.js";
export { region } from "./filters/region.js";
export { type ResponsiveOptions, responsive } from "./filters/responsive.js";
export { role } from "./filters/role.js";
export { segment } from "./filters/segment.js";
export { source } from "./filters/source.js";
export { team } from "./filters/team.js";
export type { WhenUnknown } from "./filters/whenUnknown.js";
export { type WhereOptions, where } from "./filters/where.js";
export { authority } from "./grading/authority.js";
export { budget } from "./grading/budget.js";
export type {
  Criterion,
  CriterionOptions,
  CriterionPoints,
  PointSteps,
  WhenUnknownOptions,
} from "./grading/criterion.js";
export { engagement } from "./grading/engagement.js";
export { type GradeOptions, grade } from "./grading/grade.js";
export { needs } from "./grading/needs.js";
export { type OwnCriterionOptions, ownCriterion } from "./grading/ownCriterion.js";
export {
  type Qualification,
  type QualifiedOptions,
  type Qualifying,
  qualified,
  type Requirement,
} from "./grading/qualified.js";
export { timeline } from "./grading/timeline.js";
export { type MatchBy, type MatchOptions, matchKeys } from "./identity/matchKeys.js";
export { type OwnerAmongOptions, ownerAmong } from "./identity/ownerAmong.js";
export { PUBLIC_MAIL_DOMAINS } from "./identity/publicMailDomains.js";
export { CREDITS_PER_LEAD } from "./internal/credits.js";
export { placesWhere } from "./internal/placeSet.js";
export type { LimitScope } from "./limits/scope.js";
export { type LimitUse, type QuotaUse, type Usage, usage, type WindowUse } from "./limits/usage.js";
export { type RepUsage, usageByRep } from "./limits/usageByRep.js";
export { type Replay, type ReplayOptions, replay } from "./log/replay.js";
export { type ChiSquare, chiSquare } from "./measure/chiSquare.js";
export { type Compensation, compensation, type RepCompensation } from "./measure/compensation.js";
export type { Durations } from "./measure/durations.js";
export { type Envy, envy, type RepEnvy } from "./measure/envy.js";
export { type Fairness, fairness, type RepFairness } from "./measure/fairness.js";
export { fairnessOf } from "./measure/fairnessOf.js";
export type { Closings, Figures } from "./measure/figureTally.js";
export { type FirstLeads, firstLead, type RepFirstLead } from "./measure/firstLead.js";
export { gini } from "./measure/gini.js";
export { type Group, groupedBy } from "./measure/groupedBy.js";
export { jain } from "./measure/jain.js";
export { type KeyFigures, keyFigures } from "./measure/keyFigures.js";
export { type Measure, measure, type Results, type Tally } from "./measure/measure.js";
export { measureAsync } from "./measure/measureAsync.js";
export type { MeasuredLead } from "./measure/measuredLead.js";
export { type RepRoom, roomFor } from "./measure/roomFor.js";
export { theil } from "./measure/theil.js";
export { type RepValue, type ValueByRep, type ValueOptions, valueByRep } from "./measure/valueByRep.js";
export type * from "./model/decision.js";
export type * from "./model/delivery.js";
export type * from "./model/event.js";
export type * from "./model/explanation.js";
export type * from "./model/filter.js";
export type * from "./model/filterIndex.js";
export type * from "./model/filterQuestion.js";
export type * from "./model/grading.js";
export { holderOf } from "./model/holderOf.js";
export type * from "./model/id.js";
export type * from "./model/instant.js";
export type * from "./model/json.js";
export type * from "./model/lead.js";
export type * from "./model/limit.js";
export type * from "./model/log.js";
export type * from "./model/noteQuestion.js";
export type * from "./model/notes.js";
export type * from "./model/outcome.js";
export type * from "./model/performance.js";
export type * from "./model/period.js";
export type * from "./model/problem.js";
export type * from "./model/rep.js";
export type * from "./model/roster.js";
export type * from "./model/schedule.js";
export type * from "./model/selector.js";
export type * from "./model/standing.js";
export type * from "./model/state.js";
export type * from "./model/strategy.js";
export { formatProblems, unwrap } from "./model/unwrap.js";
export { wakeAtMsOf } from "./model/wakeAtMsOf.js";
export { fromRoster } from "./performance/fromRoster.js";
export { type LearnedOptions, learned } from "./performance/learned.js";
export type { RatingOptions } from "./performance/rating.js";
export { type RateInterval, wilson } from "./performance/wilson.js";

export type * from "./presets/presetOptions.js";
export { presets } from "./presets/presets.js";

export { modeFor, type RepMode, type Ways } from "./pulling/modeFor.js";
export { type PooledLead, type PoolForOptions, poolFor } from "./pulling/poolFor.js";
export { type VisibleLead, visibleLead } from "./pulling/visibleLead.js";

export { rampUp } from "./roster/rampUp.js";
export { workingTimeOf } from "./roster/workingTimeOf.js";
export type { DrawOptions } from "./selectors/byChance/draws.js";
export { random } from "./selectors/byChance/random.js";
export { weightedRandom } from "./selectors/byChance/weightedRandom.js";
export { leastLoaded } from "./selectors/byLoad/leastLoaded.js";
export type { LoadOptions } from "./selectors/byLoad/loads.js";
export { type PowerOfTwoChoicesOptions, powerOfTwoChoices } from "./selectors/byLoad/powerOfTwoChoices.js";
export { type CeilingOptions, ceiling } from "./selectors/byPerformance/ceiling.js";
export { explore } from "./selectors/byPerformance/explore.js";
export { type FloorShareOptions, floorShare } from "./selectors/byPerformance/floorShare.js";
export { type PredictedOptions, predicted } from "./selectors/byPerformance/predicted.js";
export { type PriorityOptions, priority } from "./selectors/byPerformance/priority.js";
export { type ThompsonOptions, thompson } from "./selectors/byPerformance/thompson.js";
export type { TiersByRating } from "./selectors/byPerformance/tiers/byRating.js";
export type { TiersByGrade, TiersOptions } from "./selectors/byPerformance/tiers/options.js";
export { tiers } from "./selectors/byPerformance/tiers/tiers.js";
export { topProducer } from "./selectors/byPerformance/topProducer.js";
export { all } from "./selectors/byRule/all.js";
export { type BestMatchOptions, bestMatch } from "./selectors/byRule/bestMatch.js";
export { type DirectRule, direct } from "./selectors/byRule/direct.js";
export { experienceFit } from "./selectors/byRule/fits/experienceFit.js";
export type { FitOptions, FitQuestion, FitTerm } from "./selectors/byRule/fits/fitTerm.js";
export { languageFit } from "./selectors/byRule/fits/languageFit.js";
export { type OwnFitOptions, ownFit } from "./selectors/byRule/fits/ownFit.js";
export { regionFit } from "./selectors/byRule/fits/regionFit.js";
export { type RelationFitOptions, relationFit } from "./selectors/byRule/fits/relationFit.js";
export { skillFit } from "./selectors/byRule/fits/skillFit.js";
export { type RankedOptions, ranked } from "./selectors/byRule/ranked.js";
export { type StickyOptions, sticky } from "./selectors/byRule/sticky.js";
export type { StickyBy, StickyKey } from "./selectors/byRule/stickyKey.js";
export { longestIdle } from "./selectors/byTurn/longestIdle.js";
export { nested } from "./selectors/byTurn/nested/nested.js";
export type { NestedBy, NestedOptions } from "./selectors/byTurn/nested/options.js";
export { type OwnGroups, ownGroups } from "./selectors/byTurn/nested/ownGroups.js";
export { quotaRotation } from "./selectors/byTurn/quotaRotation.js";
export { rotation } from "./selectors/byTurn/rotation.js";
export type { WeightsBy } from "./selectors/byTurn/segmentWeights.js";
export { type ValueRotationOptions, valueRotation } from "./selectors/byTurn/valueRotation.js";
export { type WeightedOptions, weighted } from "./selectors/byTurn/weighted.js";
export { amongTop } from "./selectors/decorators/amongTop.js";
export { lastTakerFirst } from "./selectors/decorators/lastTakerFirst.js";
export { onlyTop } from "./selectors/decorators/onlyTop.js";
export { type PatienceOptions, patience } from "./selectors/decorators/patience.js";
export { seededTies } from "./selectors/decorators/seededTies.js";
export { thenBy } from "./selectors/decorators/thenBy.js";
export { type Adjustment, adjust, type ByHand } from "./state/adjust.js";
export { adoptCounts, type Past, type PastCount } from "./state/adoptCounts.js";
export { emptyState } from "./state/emptyState.js";
export { forget } from "./state/forget.js";
export { inspect, type OwedView, type RepView, type StateView } from "./state/inspect.js";
export { type Levelling, level } from "./state/level.js";
export { readState } from "./state/readState.js";
export { type Load, reconcile } from "./state/reconcile.js";
export { renameLedger } from "./state/renameLedger.js";
export { addWorkingMinutes } from "./time/addWorkingMinutes.js";
export { type CalendarPeriodOptions, calendarPeriod } from "./time/calendarPeriod.js";
export { daysOff } from "./time/daysOff.js";
export { isAtWork } from "./time/isAtWork.js";
export { nextOpening } from "./time/nextOpening.js";
export { type OffsetChange, offsetChanges } from "./time/offsetChanges.js";
export type { WorkingTime } from "./time/work.js";
export { workingMinutesBetween } from "./time/workingMinutesBetween.js";
