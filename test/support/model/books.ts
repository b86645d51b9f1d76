import type { OweOptions } from "../../../src/index.js";

/** One rep in play: its weight on any scale that all of a turn share. */
export interface Player {
  readonly id: string;
  readonly weight: number;
}

/** A rep who is owed a part of a lead that it may not have, and by what rule. */
export interface Absentee extends Player, OweOptions {}

/** What was ever booked, in its order. */
export type Booked =
  | {
      readonly type: "turn";
      readonly among: readonly Player[];
      readonly taker: string;
      readonly absent: readonly Absentee[];
      readonly atMs: number;
    }
  | { readonly type: "refund"; readonly repId: string };

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

/** One lead, in parts so small that up to 28 equal candidates share it without a remainder. */
export const LEAD = Array.from({ length: 28 }, (_, i) => BigInt(i + 1)).reduce(
  (all, each) => (all * each) / divisor(all, each),
);

const totalOf = (among: readonly Player[]): bigint =>
  among.reduce((sum, { weight }) => sum + BigInt(weight), 0n);

/** The share of a lead, exactly. The model knows only weights that leave no remainder. */
export const shareOf = (among: readonly Player[], weight: number): bigint => {
  const parts = BigInt(weight) * LEAD;
  const total = totalOf(among);
  if (parts % total !== 0n) throw new Error("the model was given weights that it cannot divide");
  return parts / total;
};

/** What a rep missed and is still owed, or had in the place of others, and until when that counts (0: for ever). */
interface Late {
  readonly parts: bigint;
  readonly untilMs: number;
}

/** The two accounts of every rep. */
interface Accounts {
  readonly accounts: Map<string, bigint>;
  readonly late: Map<string, Late>;
}

const lateAt = ({ late }: Accounts, id: string, atMs: number): Late => {
  const known = late.get(id) ?? { parts: 0n, untilMs: 0 };
  return known.untilMs > 0 && known.untilMs <= atMs ? { parts: 0n, untilMs: 0 } : known;
};

const longer = (known: Late, atMs: number, lastsMs: number | undefined): number => {
  if (lastsMs === undefined || (known.parts !== 0n && known.untilMs === 0)) return 0;
  return Math.max(known.untilMs, atMs + lastsMs);
};

/** A turn that catches up goes to the one who is owed most in all, and would not have been first without what it missed. */
const catchesUp = (
  books: Accounts,
  { among, taker, atMs }: Extract<Booked, { readonly type: "turn" }>,
): boolean => {
  const plain = (player: Player) => (books.accounts.get(player.id) ?? 0n) + shareOf(among, player.weight);
  const inAll = (player: Player) => plain(player) + lateAt(books, player.id, atMs).parts;
  const own = among.find(({ id }) => id === taker);
  if (own === undefined || books.late.size === 0) return false;
  return among.some((each) => plain(each) > plain(own)) && among.every((each) => inAll(each) <= inAll(own));
};

const bookOne = (books: Accounts, entry: Extract<Booked, { readonly type: "turn" }>): void => {
  const { among, taker, absent, atMs } = entry;
  const { accounts, late } = books;
  const isLate = catchesUp(books, entry);
  const keepsLate = absent.length > 0 || late.size > 0;
  const before = new Map([...among, ...absent].map(({ id }) => [id, lateAt(books, id, atMs)]));
  const of = (id: string): Late => before.get(id) ?? { parts: 0n, untilMs: 0 };
  const put = (id: string, parts: bigint, untilMs: number) =>
    late.set(id, { parts, untilMs: parts === 0n ? 0 : untilMs });
  for (const { id, weight } of among) {
    const change = shareOf(among, weight) - (id === taker ? LEAD : 0n);
    if (!isLate) accounts.set(id, (accounts.get(id) ?? 0n) + change);
    if (keepsLate)
      put(id, of(id).parts + (isLate ? change : 0n), (of(id).parts === 0n ? of(taker) : of(id)).untilMs);
  }
  let missed = 0n;
  for (const { id, weight, mostLeads, expiresAfterMs } of absent) {
    const room = BigInt(mostLeads) * LEAD - of(id).parts;
    const part = shareOf([...among, ...absent], weight);
    const gain = room < 0n ? 0n : part < room ? part : room;
    missed += gain;
    put(id, of(id).parts + gain, longer(of(id), atMs, expiresAfterMs));
  }
  if (absent.length === 0) return;
  const most = absent.reduce((all, { mostLeads }) => Math.max(all, mostLeads), 0);
  const lasts = absent.map(({ expiresAfterMs }) => expiresAfterMs ?? Number.POSITIVE_INFINITY);
  const longest = Math.max(...lasts);
  const now = late.get(taker)?.parts ?? 0n;
  const floor = -BigInt(most) * LEAD < now ? -BigInt(most) * LEAD : now;
  const untilMs = longer(of(taker), atMs, Number.isFinite(longest) ? longest : undefined);
  put(taker, now - missed < floor ? floor : now - missed, untilMs);
};

/** Every account anew, from the first turn on: shares gained, leads and refunds paid. */
const readBooks = (books: readonly Booked[]): Accounts => {
  const read: Accounts = { accounts: new Map(), late: new Map() };
  for (const entry of books) {
    if (entry.type === "turn") bookOne(read, entry);
    else read.accounts.set(entry.repId, (read.accounts.get(entry.repId) ?? 0n) + LEAD);
  }
  return read;
};

export const accountsOf = (books: readonly Booked[]): ReadonlyMap<string, bigint> =>
  readBooks(books).accounts;

/** What of missed leads is owed to each rep at a moment. */
export const lateOf = (books: readonly Booked[], atMs: number): ((id: string) => bigint) => {
  const read = readBooks(books);
  return (id) => lateAt(read, id, atMs).parts;
};

/** All that is written down of missed leads; nothing before anybody missed one. */
export const writtenLate = (books: readonly Booked[]): ReadonlyMap<string, Late> | undefined => {
  const { late } = readBooks(books);
  return late.size === 0 ? undefined : late;
};

export const refundsOf = (books: readonly Booked[], repId?: string): number =>
  books.filter((entry) => entry.type === "refund" && (repId === undefined || entry.repId === repId)).length;
