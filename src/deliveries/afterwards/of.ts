import type { Decision } from "../../model/decision.js";
import type { LeadEvent } from "../../model/event.js";

/** The event of that type. */
export type EventOf<T extends LeadEvent["type"]> = Extract<LeadEvent, { readonly type: T }>;

/** A decision that stands there. */
export type Standing<S extends Decision["status"]> = Extract<Decision, { readonly status: S }>;
