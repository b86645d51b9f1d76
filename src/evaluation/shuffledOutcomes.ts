import type { TrackRecord } from "../model/performance.js";
import type { Stream } from "../random/stream.js";

type Had = Pick<TrackRecord, "leads" | "won">;

/** The sum of squares by which won leads lie from what the rate of all lets expect. */
export const squaresOf = (sizes: readonly number[], won: ArrayLike<number>, rate: number): number =>
  sizes.reduce((sum, leads, i) => {
    const off = (won[i] as number) - leads * rate;
    return sum + (off * off) / leads;
  }, 0);

/** Roundings are no difference. */
const SLACK = 1 - 1e-12;

/** How often dealing out the outcomes anew lays the rates as far apart, the outcomes themselves counted in. */
export const shuffled = (outcomes: readonly Had[], rate: number, shuffles: number, draws: Stream): number => {
  const sizes = outcomes.map(({ leads }) => leads);
  const owners = outcomes.flatMap(({ leads }, place) => Array.from({ length: leads }, () => place));
  const all = outcomes.reduce((sum, { won }) => sum + won, 0);
  // What is lost is as good to deal as what is won; the fewer the quicker.
  const [dealt, part] = all * 2 <= owners.length ? [all, rate] : [owners.length - all, 1 - rate];
  const least =
    SLACK *
    squaresOf(
      sizes,
      outcomes.map(({ won }) => won),
      rate,
    );
  let asLarge = 1;
  for (let i = 0; i < shuffles; i += 1) {
    const counts = new Float64Array(sizes.length);
    for (let taken = 0; taken < dealt; taken += 1) {
      const at = taken + Math.floor(draws.next() * (owners.length - taken));
      const owner = owners[at] as number;
      owners[at] = owners[taken] as number;
      owners[taken] = owner;
      counts[owner] = (counts[owner] as number) + 1;
    }
    if (squaresOf(sizes, counts, part) >= least) asLarge += 1;
  }
  return asLarge / (shuffles + 1);
};
