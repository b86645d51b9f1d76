import * as N from "fp-ts/lib/number.js";
import * as Ord from "fp-ts/lib/Ord.js";
import type { ReadonlyNonEmptyArray } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import * as S from "fp-ts/lib/string.js";
import { oneOf } from "../check/shape.js";
import type { Lead } from "../model/lead.js";

/**
 * Which of the leads that wait comes first.
 *
 * - `"oldest"`: whichever came in first; of one moment, the smaller id by code units.
 * - `"best"`: hot, then warm, then cold, then those of no `temperature`; among these the higher `score`, then the higher `value`,
 *   what says none last; then the oldest.
 *
 * @since 0.1.0
 */
export type WaitingOrder = "oldest" | "best";

const WARMTH = { hot: 3, warm: 2, cold: 1 } as const;

const { concat } = Ord.getSemigroup<Lead>();

/** The first of them that tells two leads apart. */
const inTurn = (orders: ReadonlyNonEmptyArray<Ord.Ord<Lead>>): Ord.Ord<Lead> =>
  orders.reduce((first, then) => concat(first, then));

const falling = (number: (lead: Lead) => number): Ord.Ord<Lead> => Ord.reverse(Ord.contramap(number)(N.Ord));

const oldest: Ord.Ord<Lead> = inTurn([
  Ord.contramap(({ receivedAtMs }: Lead) => receivedAtMs)(N.Ord),
  Ord.contramap(({ id }: Lead) => id)(S.Ord),
]);

const best = (warmer: (lead: Lead) => number): Ord.Ord<Lead> =>
  inTurn([
    falling((lead) => (lead.temperature === undefined ? 0 : WARMTH[lead.temperature]) + warmer(lead)),
    falling(({ score = -1 }) => score),
    falling(({ value = -1 }) => value),
    oldest,
  ]);

/**
 * The rule of each order: total over leads of different ids, so the order in which they are given never decides. `warmer` says by how
 * many temperatures a lead counts as warmer than it is.
 */
export const orderOf = (first: WaitingOrder, warmer: (lead: Lead) => number = () => 0): Ord.Ord<Lead> =>
  first === "oldest" ? oldest : best(warmer);

/** One of them. */
export const waitingOrder = oneOf("oldest", "best");
