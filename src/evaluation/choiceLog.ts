import { compareCodeUnits } from "../internal/codeUnits.js";
import { demand } from "../internal/demand.js";
import type { Measure } from "../measure/measure.js";
import type { Decision } from "../model/decision.js";
import type { LeadId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Lead } from "../model/lead.js";
import type { Outcome } from "../model/outcome.js";
import { addUpToOne } from "./checkLog.js";
import type { LoggedChoice } from "./loggedChoice.js";

/**
 * What a strategy answered about a lead: the first time with its explanation, since that holds the chances of all
 * candidates.
 *
 * @since 0.1.0
 */
export interface AnsweredLead {
  readonly lead: Lead;
  readonly outcome: Outcome;
}

/**
 * Options of {@link choiceLog}.
 *
 * @since 0.1.0
 */
export interface ChoiceLogOptions {
  /**
   * Whether chance made this choice, by the shares of its candidates. It takes somebody who knows the strategy to say.
   */
  readonly byChance: (answer: AnsweredLead) => boolean;
  /**
   * How long a lead has to be won, in milliseconds: whatever is won later counts as not won, so that old leads and new
   * ones are judged alike.
   */
  readonly maturesAfterMs: number;
  /** What a lead that is won counts: 1, the default, or its value. */
  readonly reward?: "won" | "value";
}

interface Kept {
  readonly choice: Omit<LoggedChoice, "reward">;
  readonly takenAtMs: EpochMs;
  end?: Extract<Decision, { readonly status: "closed" }>;
}

/** The choice, where somebody was chosen by shares that could be chances, and another might have been. */
const choiceIn = ({ lead, outcome: { decision, explanation } }: AnsweredLead): Kept["choice"] | undefined => {
  if (decision.status !== "assigned" || explanation === undefined) return undefined;
  const { repId } = decision;
  const candidates = explanation.candidates.map(({ repId: id, merit }) => ({
    id,
    propensity: merit?.share ?? Number.NaN,
  }));
  if (!addUpToOne(candidates.map(({ propensity }) => propensity))) return undefined;
  const isSettled = candidates.length > 1 && candidates.some(({ propensity }) => propensity === 1);
  if (isSettled) return undefined;
  candidates.sort((a, b) => compareCodeUnits(a.id, b.id));
  return { candidates, repId, lead, ...(lead.segment === undefined ? {} : { segment: lead.segment }) };
};

/**
 * Makes a log for {@link evaluate} out of the answers of a strategy, in the order in which they were given.
 *
 * The first answer about a lead is its choice, where chance made it and somebody has the lead at once; whatever
 * becomes of the lead afterwards, in whose hands, came of that choice. A lead that is closed as won within its time
 * brought 1 (or its value), any other 0, also one that turned out to be none (`disqualified`, `merged`): were those
 * left out, whoever disqualifies what it loses would look best. Until its time is over a lead has no reward.
 *
 * @remarks
 * - **Chance:** an explanation says shares whatever the selector, and a rotation's are no chances. `byChance` is where
 *   you say which are, such as by the path of the decision.
 * - **Left out:** leads that were offered, pooled or put aside at first, those without an explanation or whose shares
 *   do not add up to 1, and those that were settled although there were other candidates, as where `floorShare` gave a
 *   lead for sure. What is found is about the leads that were left to chance.
 * - **Units:** milliseconds from the choice; the last answer says what time it is.
 * - **State:** one entry for each lead.
 * - **Errors:** a `RangeError` for a `maturesAfterMs` that is negative or not finite, and another `reward`; what
 *   `byChance` throws goes through.
 *
 * @example
 * ```ts
 * import { type AnsweredLead, choiceLog } from "fairlead/evaluation";
 *
 * const desk = compose({ ledger: "desk", filters: [], selector: random() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const taken = unwrap(desk(lead, roster, emptyState({ seed: "s" }), { explain: true }));
 * const event: LeadEvent = { id: "e1", atMs: 70, type: "closed", result: "won" };
 * const closed = unwrap(desk.respond(lead, taken.decision, event, roster, taken.state));
 *
 * const answers: readonly AnsweredLead[] = [{ lead, outcome: taken }, { lead, outcome: closed }];
 * const options = { byChance: () => true, maturesAfterMs: 50 };
 * const { log } = measure(answers, { log: choiceLog(options) });
 * log.map(({ candidates, reward }) => [candidates.map(({ propensity }) => propensity), reward]); // => [[[0.5, 0.5], 0]]
 * ```
 *
 * @since 0.1.0
 */
export const choiceLog = (options: ChoiceLogOptions): Measure<AnsweredLead, readonly LoggedChoice[]> => {
  const { byChance, maturesAfterMs, reward = "won" }: ChoiceLogOptions = Object(options);
  demand(typeof byChance === "function", "choiceLog: byChance must be a function");
  demand(
    maturesAfterMs >= 0 && Number.isFinite(maturesAfterMs),
    "choiceLog: maturesAfterMs must be a finite number, not negative",
  );
  demand(reward === "won" || reward === "value", 'choiceLog: reward must be "won" or "value"');
  return {
    open: () => {
      /** `undefined`: a lead that is no choice. */
      const leads = new Map<LeadId, Kept | undefined>();
      let nowMs = Number.NEGATIVE_INFINITY;
      const rewardOf = ({ takenAtMs, end }: Kept): Pick<LoggedChoice, "reward"> => {
        const untilMs = takenAtMs + maturesAfterMs;
        if (nowMs < untilMs) return {};
        if (end?.result !== "won" || end.atMs > untilMs) return { reward: 0 };
        return { reward: reward === "won" ? 1 : (end.value ?? 0) };
      };
      return {
        add: (answer) => {
          const { decision } = answer.outcome;
          nowMs = Math.max(nowMs, decision.atMs);
          if (!leads.has(decision.leadId)) {
            const choice = choiceIn(answer);
            const isOne = choice !== undefined && byChance(answer);
            leads.set(decision.leadId, isOne ? { choice, takenAtMs: decision.atMs } : undefined);
          }
          const kept = leads.get(decision.leadId);
          if (kept !== undefined && decision.status === "closed") kept.end = decision;
        },
        result: () =>
          [...leads.values()].flatMap((kept) =>
            kept === undefined ? [] : [{ ...kept.choice, ...rewardOf(kept) }],
          ),
      };
    },
  };
};
