/** One rep in play: its weight on any scale that all of a turn share. */
export interface Player {
  readonly id: string;
  readonly weight: number;
}

/** What was ever booked, in its order. */
export type Booked =
  | { readonly type: "turn"; readonly among: readonly Player[]; readonly taker: string }
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

/** Every account anew, from the first turn on: shares gained, leads and refunds paid. */
export const accountsOf = (books: readonly Booked[]): ReadonlyMap<string, bigint> => {
  const accounts = new Map<string, bigint>();
  const add = (id: string, parts: bigint) => accounts.set(id, (accounts.get(id) ?? 0n) + parts);
  for (const entry of books) {
    if (entry.type === "refund") add(entry.repId, LEAD);
    else {
      for (const { id, weight } of entry.among) add(id, shareOf(entry.among, weight));
      add(entry.taker, -LEAD);
    }
  }
  return accounts;
};

export const refundsOf = (books: readonly Booked[], repId?: string): number =>
  books.filter((entry) => entry.type === "refund" && (repId === undefined || entry.repId === repId)).length;
