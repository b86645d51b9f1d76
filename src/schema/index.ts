/**
 * Checks what comes from outside, at the border: zod schemas, readers of unknown input, JSON Schema.
 *
 * @packageDocumentation
 */
export { decisionSchema, readDecision } from "./decision.js";
export { eventSchema, readEvent } from "./event.js";
export { jsonSchema, type Noun } from "./jsonSchema.js";
export { leadSchema, readLead } from "./lead.js";
export { readRep, repSchema } from "./rep.js";
export { readRoster, rosterSchema } from "./roster.js";
export { readState, stateSchema } from "./state.js";
