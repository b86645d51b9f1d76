import type { LeftOutCount, OweOptions, Rep, Roster } from "../../../src/index.js";
import { type Absentee, accountsOf, lateOf, type Player, shareOf } from "./books.js";
import { type Desk, effortOf, loadOf } from "./desk.js";
import type { FilterName } from "./setup.js";

/** About whom is asked, and when. */
export interface Question {
  readonly desk: Desk;
  readonly roster: Roster;
  readonly leadId: string;
  /** The moment at which filters look. */
  readonly atMs: number;
}

const isIn = ({ active, presence, timeOff = [] }: Rep, atMs: number): boolean =>
  active !== false &&
  (presence === undefined || presence === "online") &&
  !timeOff.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);

const hasRoom = ({ desk, leadId }: Question, rep: Rep): boolean => {
  const { openEffort } = loadOf(desk, rep, leadId);
  return rep.capacity === undefined || openEffort + effortOf(desk, leadId) <= rep.capacity;
};

/** What a group or a segment asks for beside the strategy's own filters. */
type Also = readonly FilterName[];

/** Every one of these filters that keeps a rep from the lead. */
const among = (names: readonly FilterName[], question: Question, rep: Rep): readonly FilterName[] =>
  names.filter((name) => (name === "available" ? !isIn(rep, question.atMs) : !hasRoom(question, rep)));

/** The first filter that does, of the strategy's own and then of these. */
const filterAgainst = (question: Question, rep: Rep, also: Also): string | undefined =>
  among([...question.desk.setup.filters, ...also], question, rep)[0];

/** What the filters against a rep owe it, if all of them owe: by the strictest. Only the strategy's own do. */
const owedBy = (question: Question, rep: Rep, also: Also): OweOptions | undefined => {
  const against = among(question.desk.setup.filters, question, rep);
  if (among(also, question, rep).length > 0) return undefined;
  const owes = against.flatMap((name) => question.desk.setup.owes?.[name] ?? []);
  if (rep.active === false || against.length === 0 || owes.length < against.length) return undefined;
  const ends = owes.flatMap(({ expiresAfterMs }) => expiresAfterMs ?? []);
  return {
    mostLeads: Math.min(...owes.map(({ mostLeads }) => mostLeads)),
    ...(ends.length === 0 ? {} : { expiresAfterMs: Math.min(...ends) }),
  };
};

/** Why one rep may not have the lead: not on the roster, or a filter. */
export const ruleAgainst = (question: Question, repId: string, also: Also = []): string | undefined => {
  const rep = question.roster.reps.find(({ id }) => id === repId);
  return rep === undefined ? "roster" : filterAgainst(question, rep, also);
};

/** By how much a rep takes part in a turn, in thousandths. */
const weightOf = ({ desk }: Question, { weight = 1 }: Rep): number =>
  desk.setup.selector === "weighted" ? Math.round(weight * 1000) : Math.sign(weight);

/** Those who may have the lead, those of them who take a turn, best first, and how many each stage left out. */
export interface Survey {
  readonly may: readonly Rep[];
  readonly players: readonly Player[];
  /** Those who miss a part of the lead, and take turns. */
  readonly absent: readonly Absentee[];
  readonly order: readonly Rep[];
  readonly leftOut: readonly LeftOutCount[];
}

export const survey = (question: Question, tried: ReadonlySet<string>, also: Also = []): Survey => {
  const { desk, roster } = question;
  const asked = roster.reps.filter(({ id }) => !tried.has(id));
  const may = asked.filter((rep) => filterAgainst(question, rep, also) === undefined);
  const taking = may.filter((rep) => weightOf(question, rep) > 0);
  const players = taking.map((rep) => ({ id: rep.id, weight: weightOf(question, rep) }));
  const accounts = accountsOf(desk.books);
  const late = lateOf(desk.books, question.atMs);
  const owed = (rep: Rep) =>
    (accounts.get(rep.id) ?? 0n) + shareOf(players, weightOf(question, rep)) + late(rep.id);
  const absent = asked.flatMap((rep) => {
    const [owes, weight] = [owedBy(question, rep, also), weightOf(question, rep)];
    return owes === undefined || weight === 0 ? [] : [{ id: rep.id, weight, ...owes }];
  });
  const order = [...taking].sort((a, b) => Number(owed(b) - owed(a)) || (a.id < b.id ? -1 : 1));
  const leftOut = [
    ...[...desk.setup.filters, ...also].map((by) => ({
      by,
      reps: asked.filter((rep) => filterAgainst(question, rep, also) === by).length,
    })),
    { by: desk.setup.selector, reps: may.length - taking.length },
  ];
  return { may, players, absent, order, leftOut };
};

/** Books a turn of a rep among those in play, the rep itself among them; says what it was entitled to. */
export const bookTurn = (
  question: Question,
  tried: ReadonlySet<string>,
  takerId: string,
  also: Also = [],
): number => {
  const { desk, roster } = question;
  const taker = roster.reps.find(({ id }) => id === takerId);
  const weight = taker === undefined ? 0 : weightOf(question, taker);
  if (weight === 0) return 0;
  const { players, absent: left } = survey(question, tried, also);
  const absent = left.filter(({ id }) => id !== takerId);
  const isThere = players.some(({ id }) => id === takerId);
  const among = isThere ? players : [...players, { id: takerId, weight }];
  desk.books.push({ type: "turn", among, taker: takerId, absent, atMs: question.atMs });
  return weight / among.reduce((sum, player) => sum + player.weight, 0);
};
