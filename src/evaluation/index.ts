/**
 * What another strategy would have won, from a log of choices that were left to chance; and whether reps differ at all.
 *
 * @packageDocumentation
 */
export { asLogged } from "./asLogged.js";
export { byStrategy, type StrategyTargetOptions } from "./byStrategy.js";
export { byWeights } from "./byWeights.js";
export { type AnsweredLead, type ChoiceLogOptions, choiceLog } from "./choiceLog.js";
export { type Differences, type DifferencesOptions, differences, type RepOutcomes } from "./differences.js";
export { type EvaluateOptions, type Evaluation, evaluate } from "./evaluate.js";
export type { ConfidenceInterval, Estimated } from "./interval.js";
export type { LoggedCandidate, LoggedChoice } from "./loggedChoice.js";
export type { Overlap } from "./overlap.js";
export type { Placebo } from "./placebo.js";
export { type Chance, type Target, targetOf } from "./target.js";
export { uniformly } from "./uniformly.js";
export type { Verdict } from "./verdict.js";
