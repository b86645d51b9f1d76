import type { Roster } from "../../../src/index.js";
import { countsOf, type Spread, spreadOf } from "../spread.js";
import { type Arrivals, arrivalsOf } from "./arrivals.js";
import { daysOf, type Span, STEADY } from "./calendar.js";
import { type ArmFigures, armsOf, type Control, controlOf } from "./control.js";
import { groupBy } from "./groupBy.js";
import { leadOf } from "./leads.js";
import { type Measured, measure } from "./measure.js";
import { type Outcomes, outcomesOf } from "./outcomes.js";
import { experiment, history, type Plan, plans, wholePlans } from "./plans.js";
import type { Crm } from "./read.js";
import { type Run, replay, type Setting } from "./replay.js";
import { isWonBy, rosterOf } from "./roster.js";
import { type Deal, engagedIn, halvesOf, isDeal, isOpenAt, spanOf, streamOf } from "./stream.js";

/** A plan, carried out and measured. */
export interface Result {
  readonly plan: Plan;
  readonly run: Run;
  readonly measured: Measured;
}

/** How the opportunities, undated ones too, really spread over the agents. */
export interface Owned {
  readonly all: Spread;
  readonly fewest: number;
  readonly byOffice: ReadonlyMap<string, Spread>;
}

const ownedOf = ({ opportunities, offices }: Crm): Owned => {
  const agents = opportunities.map(({ agent }) => agent);
  const byOffice = groupBy(agents, (agent) => offices.get(agent) ?? "none");
  return {
    all: spreadOf(agents),
    fewest: Math.min(...countsOf(agents)),
    byOffice: new Map([...byOffice].map(([office, own]) => [office, spreadOf(own)])),
  };
};

/** Everything that is known once the deals have been dealt out. */
export interface Study {
  readonly crm: Crm;
  readonly span: Span;
  readonly halves: readonly [first: Span, second: Span];
  readonly arrivals: Arrivals;
  readonly owned: Owned;
  /** Open deals of each agent on each evening in history, from March 2017 on. */
  readonly open: readonly number[];
  readonly outcomes: Outcomes;
  readonly roster: Roster;
  readonly wonInFirstHalf: number;
  /** Open when the second half begins, and coming in during it. */
  readonly carried: readonly Deal[];
  readonly arriving: readonly Deal[];
  readonly whole: readonly Result[];
  /** History alone: nothing is dealt out while it is learned from. */
  readonly firstHalf: Result;
  readonly secondHalf: readonly Result[];
  readonly control: Control;
  readonly arms: readonly ArmFigures[];
}

const openOf = (span: Span, { run }: Result): readonly number[] => {
  const days = daysOf(span);
  return run.evenings.filter((_, i) => (days[i] ?? 0) >= STEADY.fromMs).flat();
};

export const studyOf = (crm: Crm): Study => {
  const stream = streamOf(crm.opportunities);
  const span = spanOf(stream);
  const [first, second] = halvesOf(span);
  const roster = rosterOf(first, stream, crm);

  const settingOf = (within: Span): Setting => ({
    span: within,
    roster,
    carried: stream.filter((deal) => isOpenAt(deal, within.fromMs)),
    arriving: engagedIn(within, stream),
    leadOf: leadOf(crm),
  });
  const carryOut = (plan: Plan, within: Span): Result => {
    const run = replay(plan, settingOf(within));
    return { plan, run, measured: measure(plan.name, within, roster, run) };
  };
  const went = carryOut(history, span);
  const secondHalf = [history, ...plans].map((plan) => carryOut(plan, second));
  const split = secondHalf.find(({ plan }) => plan === experiment);

  return {
    crm,
    span,
    halves: [first, second],
    arrivals: arrivalsOf(span, crm.opportunities.filter(isDeal), stream),
    owned: ownedOf(crm),
    open: openOf(span, went),
    outcomes: outcomesOf(crm),
    roster,
    wonInFirstHalf: stream.filter((deal) => isWonBy(first.toMs, deal)).length,
    carried: settingOf(second).carried,
    arriving: settingOf(second).arriving,
    whole: [went, ...wholePlans.map((plan) => carryOut(plan, span))],
    firstHalf: carryOut({ ...history, name: "history, first half" }, first),
    secondHalf,
    control: controlOf(roster, engagedIn(second, stream)),
    arms: armsOf(roster, split?.run.dealt ?? []),
  };
};
