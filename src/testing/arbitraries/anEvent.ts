import fc from "fast-check";
import { remember } from "../../internal/remember.js";
import type { CloseResult } from "../../model/decision.js";
import type { LeadEvent } from "../../model/event.js";
import type { RepId } from "../../model/id.js";
import { anInstant } from "./aLead.js";

/**
 * Anything that may happen to a lead, also what cannot happen in its place; few ids, so that some come twice.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { anEvent } from "fairlead/testing";
 * fc.sample(anEvent(["ann"]), { seed: 1, numRuns: 50 }).some(({ type }) => type === "returned"); // => true
 * ```
 *
 * @since 0.1.0
 */
export const anEvent: (repIds: readonly RepId[]) => fc.Arbitrary<LeadEvent> = remember((repIds) => {
  const base = {
    id: fc.oneof(
      fc.constantFrom("e1", "e2", "__proto__"),
      fc.nat({ max: 99 }).map((n) => `e${n}`),
    ),
    atMs: anInstant(),
  };
  const repId = fc.constantFrom(...repIds, "a stranger");
  const result = fc.constantFrom<CloseResult>("won", "lost", "disqualified", "no-show", "cancelled");
  return fc.oneof(
    fc.record({ ...base, type: fc.constantFrom("accepted", "declined", "claimed"), repId }),
    fc.record({ ...base, type: fc.constantFrom("expired", "woken", "updated") }),
    fc.record({ ...base, type: fc.constant("woken" as const), isEarly: fc.boolean() }),
    fc.record({ ...base, type: fc.constant("worked" as const) }),
    fc.record({ ...base, type: fc.constantFrom("returned", "worked"), repId }),
    fc.record({ ...base, type: fc.constant("merged" as const), into: fc.constantFrom("another", "") }),
    fc.record({ ...base, type: fc.constant("returned" as const) }),
    fc.record({ ...base, type: fc.constant("returned" as const), reason: fc.constant("wrong number") }),
    fc.record({ ...base, type: fc.constant("reassigned" as const), to: repId }),
    fc.record({ ...base, type: fc.constant("opened" as const), segment: fc.constantFrom("seniors", "") }),
    fc.record({ ...base, type: fc.constant("released" as const), isTemporary: fc.boolean() }),
    fc.record({ ...base, type: fc.constant("closed" as const), result }),
    fc.record({ ...base, type: fc.constant("closed" as const), result, value: fc.constantFrom(-20, 0, 900) }),
  ) as fc.Arbitrary<LeadEvent>;
});
