import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { count, faultsOf, fraction, recordOf } from "../check/shape.js";
import { blame, call } from "../internal/blame.js";
import type { Booking, BookQuestion, Candidate, ColumnChange, Owed } from "../model/selector.js";
import type { State } from "../model/state.js";
import { ledgerOf } from "../state/ledger.js";
import { PERIOD } from "../state/period.js";
import { REFUNDS } from "../state/refund.js";
import { type Cells, type Writing, write } from "../state/write.js";
import { inPeriod } from "./period.js";
import type { Account, Scene } from "./scene.js";

/** What a turn did: the state after it, and what the decision says of it. */
export interface Booked {
  readonly state: State;
  readonly share: number;
  readonly price: number;
}

/** A rep who takes a turn out of the order is among the candidates of that turn. */
const among = (candidates: readonly Candidate[], taker: Candidate): readonly Candidate[] =>
  candidates.includes(taker) ? candidates : [...candidates, taker].sort((a, b) => a.place - b.place);

const complain = (scene: Scene, message: string): never =>
  blame(["selector", scene.parts.selector.name], message);

/** Where the numbers go. A loop, since it is walked for every candidate of every lead. */
const cellsOf = (
  scene: Scene,
  account: Account,
  { candidates, values }: ColumnChange,
  isKept: (value: number) => boolean,
  what: string,
): Cells => {
  const places: number[] = [];
  let last = -1;
  for (let i = 0; i < Math.max(candidates.length, values.length); i += 1) {
    const candidate = candidates[i] as Candidate;
    const fits = scene.roster.reps[candidate?.place] === candidate && candidate.place > last;
    if (!fits || !isKept(values[i] as number)) {
      return complain(scene, `booked ${what} that do not fit`);
    }
    last = candidate.place;
    places.push(account.place(candidate));
  }
  return { places, values };
};

const checkNames = (scene: Scene, named: readonly { readonly name: string }[]): void => {
  for (const { name } of named) {
    if (typeof name !== "string" || name === REFUNDS || name === PERIOD)
      complain(scene, "booked under a name it may not use");
  }
};

/** Credits are whole and safe, everything else finite, so that a state survives JSON and sums stay exact. */
const writingOf = (
  scene: Scene,
  account: Account,
  { credits, columns = [], totals = [] }: Booking,
): Writing => {
  checkNames(scene, [...columns, ...totals]);
  if (!totals.every(({ value }) => Number.isFinite(value)))
    complain(scene, "booked a total that is not finite");
  return {
    ...(credits ? { credits: cellsOf(scene, account, credits, Number.isSafeInteger, "credits") } : {}),
    columns: columns.map((column) => ({
      name: column.name,
      ...cellsOf(scene, account, column, Number.isFinite, `numbers in "${column.name}"`),
    })),
    totals,
  };
};

const bookingShape = recordOf({ share: fraction, price: count });

/** Books a turn of `taker` among those in play. The state must know everybody on the roster. */
export const book = (
  scene: Scene,
  account: Account,
  { candidates, owed }: { readonly candidates: readonly Candidate[]; readonly owed: readonly Owed[] },
  taker: Candidate,
  ended: BookQuestion["ended"],
): Booked => {
  const { selector, ledger } = scene.parts;
  const inPlay = among(candidates, taker);
  if (!isNonEmpty(inPlay)) return { state: account.state, share: 0, price: 0 };
  const { lead, roster, nowMs } = scene;
  const { ledger: view, standing, notes } = account;
  // Field by field, since spreading what selectors are asked costs more than all else here.
  const question: BookQuestion = {
    lead,
    candidates: inPlay,
    reps: roster.reps,
    owed: owed.filter(({ rep }) => rep !== taker),
    ledger: view,
    standing,
    notes,
    nowMs,
    taker,
    ended,
  };
  const booking = call(["selector", selector.name], () => selector.book(question));
  if (faultsOf("booking", bookingShape, booking).length > 0) {
    return complain(scene, "booked without a share from 0 to 1 and a whole price");
  }
  const { share, price, credits, columns, totals } = booking;
  const changes = credits !== undefined || columns !== undefined || totals !== undefined;
  const state = changes
    ? write(inPeriod(scene, account.state), ledger, writingOf(scene, account, booking))
    : account.state;
  if (!Number.isSafeInteger(ledgerOf(state, ledger).outside))
    complain(scene, "booked more than can be counted exactly");
  return { state, share: share + 0, price };
};
