import { demand } from "../../internal/demand.js";
import type { Booking, LedgerView, OrderQuestion } from "../../model/selector.js";
import { type Stream, streamAt, streamFrom } from "../../random/stream.js";

/**
 * What the draws of a selector depend on, beside the state's seed and the ledger's name.
 *
 * @since 0.1.0
 */
export interface DrawOptions {
  /**
   * `"perLead"`, the default: the lead's id and the number of those who take part alone, so that a lead that is
   * asked about again draws the same, and nothing is remembered. `"perTurn"`: the turns that the ledger booked
   * before as well, so that an id that comes again draws anew; four numbers are remembered.
   */
  readonly draws?: "perLead" | "perTurn";
}

/** The ledger's own stream, of which each booked turn uses up one draw. Never four zeros once it has begun. */
const STREAM = ["drawn carry", "drawn 0", "drawn 1", "drawn 2"] as const;

const streamOf = (ledger: LedgerView): Stream => {
  const [c, s0, s1, s2] = STREAM;
  const state = [ledger.total(c), ledger.total(s0), ledger.total(s1), ledger.total(s2)] as const;
  return state.every((number) => number === 0)
    ? streamFrom(JSON.stringify([ledger.seed, ledger.name]))
    : streamAt(state);
};

/** Where a selector's draws come from. */
export interface Draws {
  readonly literals: { readonly draws: string };
  /** The draws for one order among so many. */
  readonly forOrder: (question: OrderQuestion, candidates: number) => Stream;
  /** What a booked turn does to them. */
  readonly afterTurn: (ledger: LedgerView) => Pick<Booking, "totals">;
}

/**
 * The draws that the options ask for.
 *
 * The number of candidates is part of what an order begins with: a cascade orders anew among those left, and
 * whoever is left after a refusal is left because of what was drawn, so the same draw would not be by chance any
 * more. And the lead is part of it in either case, so that leads that are open side by side do not all draw the
 * same.
 */
export const drawsOf = (by: string, options: DrawOptions = {}): Draws => {
  const { draws = "perLead" }: DrawOptions = Object(options);
  demand(draws === "perLead" || draws === "perTurn", `${by}: draws must be "perLead" or "perTurn"`);
  const literals = { draws };
  const begun = (start: readonly unknown[], { lead }: OrderQuestion, candidates: number): Stream =>
    streamFrom(JSON.stringify([...start, lead.id, candidates]));
  if (draws === "perLead") {
    const forOrder: Draws["forOrder"] = (question, candidates) =>
      begun([question.ledger.seed, question.ledger.name], question, candidates);
    return { literals, forOrder, afterTurn: () => ({}) };
  }
  return {
    literals,
    forOrder: (question, candidates) => begun([streamOf(question.ledger).next()], question, candidates),
    afterTurn: (ledger) => {
      const stream = streamOf(ledger);
      stream.next();
      const state = stream.state();
      return { totals: STREAM.map((name, i) => ({ name, value: state[i] as number })) };
    },
  };
};
