import type { Outcome } from "../../../src/index.js";
import { answerTo, type Compare, type Desk, kept, type World, type Writer } from "./desk.js";

/** How a writer stands: yet to read, holding what it read, told to read again, or answered. */
type Phase =
  | { readonly at: "start" | "stale" }
  /** `read` is the number of commits that were kept before. */
  | { readonly at: "holding" | "answered"; readonly read: number };

/** One moment of a schedule. */
export interface Moment {
  /** The desk after each commit, the first desk in front. */
  readonly desks: readonly [Desk, ...Desk[]];
  /** Whose commits were kept, as places in the list of writers, and which desk each had read. */
  readonly commits: readonly { readonly who: number; readonly read: number }[];
  readonly phases: readonly Phase[];
  /** One of the ways that led here. */
  readonly trail: readonly Footprint[];
}

interface Footprint {
  readonly who: number;
  readonly did: "read" | "was refused" | "was answered";
}

/** What a walk came by. */
export interface Walked {
  /** Moments that differ in what is kept, what was read or who was answered. */
  readonly moments: number;
  /** Orders of all steps, from the beginning to the end. */
  readonly schedules: bigint;
  /** Different ends. */
  readonly ends: number;
  /** Steps from one moment to the next in which a commit was refused, since what it had read had changed. */
  readonly refused: number;
}

export interface Options {
  /** Sees every desk that a commit made. */
  readonly onCommit?: (after: Desk) => void;
  readonly onEnd?: (end: Moment) => void;
  /** How every writer stands at first. Absent: it has read nothing. */
  readonly begin?: Phase;
  /** Whether a moment that was walked is walked again. Absent: no. */
  readonly everyWay?: boolean;
}

const nowOf = ({ desks }: Moment): Desk => desks[desks.length - 1] as Desk;

const DID = { start: "read", holding: "read", stale: "was refused", answered: "was answered" } as const;

const withPhase = (moment: Moment, who: number, phase: Phase): Moment => ({
  ...moment,
  phases: moment.phases.map((each, i) => (i === who ? phase : each)),
  trail: [...moment.trail, { who, did: DID[phase.at] }],
});

const keyOf = ({ commits, phases }: Moment): string =>
  `${commits.map(({ who }) => who).join()}|${phases.map((phase) => ("read" in phase ? `${phase.at[0]}${phase.read}` : phase.at)).join()}`;

/**
 * Walks every order in which writers can read and commit. Whoever changes nothing is answered as of what it read; a commit
 * on what has changed since is refused, and the writer reads again. A moment reached twice goes on in the same ways, so
 * it is walked once and its schedules are counted once for each way to reach it.
 */
export const walk = (
  world: World,
  writers: readonly Writer[],
  compare: Compare,
  { onCommit, onEnd, begin = { at: "start" }, everyWay = false }: Options = {},
): Walked => {
  const known = new Map<string, bigint>();
  const answers = new WeakMap<Desk, Map<number, Outcome>>();
  const desks = new Map<string, Desk>();
  let [ends, refused] = [0, 0];

  /** What a writer decides of a desk, worked out once. */
  const answer = (desk: Desk, who: number): Outcome => {
    const of = answers.get(desk) ?? new Map<number, Outcome>();
    answers.set(desk, of);
    const outcome = of.get(who) ?? answerTo(world, desk, writers[who] as Writer);
    of.set(who, outcome);
    return outcome;
  };

  /** The desk after these commits, each as of what it read; made and seen once. */
  const deskAfter = (commits: Moment["commits"], now: Desk, outcome: Outcome): Desk => {
    const key = JSON.stringify(commits);
    const before = desks.get(key);
    if (before !== undefined) return before;
    const after = kept(now, outcome);
    desks.set(key, after);
    onCommit?.(after);
    return after;
  };

  const committed = (moment: Moment, who: number, read: number): Moment => {
    const { lead } = writers[who] as Writer;
    const snapshot = moment.desks[read] as Desk;
    const outcome = answer(snapshot, who);
    const answered: Phase = { at: "answered", read };
    const changes = outcome.state !== snapshot.state || outcome.decision !== snapshot.decisions.get(lead.id);
    if (!changes) return withPhase(moment, who, answered);
    const now = nowOf(moment);
    if (!compare(now, snapshot, lead.id)) {
      refused += 1;
      return withPhase(moment, who, { at: "stale" });
    }
    const commits = [...moment.commits, { who, read }];
    const after = deskAfter(commits, now, outcome);
    const grown: Moment = { ...moment, desks: [...moment.desks, after], commits };
    return withPhase(grown, who, answered);
  };

  const step = (moment: Moment, who: number): Moment | undefined => {
    const phase = moment.phases[who] as Phase;
    if (phase.at === "answered") return undefined;
    return phase.at === "holding"
      ? committed(moment, who, phase.read)
      : withPhase(moment, who, { at: "holding", read: moment.commits.length });
  };

  const schedulesFrom = (moment: Moment): bigint => {
    const key = keyOf(moment);
    const before = known.get(key);
    if (before !== undefined && !everyWay) return before;
    const next = writers.flatMap((_, who) => step(moment, who) ?? []);
    const schedules = next.reduce((sum, each) => sum + schedulesFrom(each), 0n);
    if (next.length === 0) {
      ends += 1;
      onEnd?.(moment);
    }
    known.set(key, next.length === 0 ? 1n : schedules);
    return known.get(key) as bigint;
  };

  const phases = writers.map(() => begin);
  const schedules = schedulesFrom({ desks: [world.desk], commits: [], phases, trail: [] });
  return { moments: known.size, schedules, ends, refused };
};
