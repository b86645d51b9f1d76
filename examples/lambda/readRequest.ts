import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { Lead, LeadEvent, LeadId, Problems } from "../../src/index.js";
import { readEvent, readLead } from "../../src/schema/index.js";

/** What API Gateway and function URLs hand over, as far as it is read. */
export interface ApiRequest {
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
}

/** Something that happened to a lead; with the lead as it is now, where that is new. */
export interface Happened {
  readonly leadId: LeadId;
  readonly event: LeadEvent;
  readonly lead?: Lead;
}

/** A lead that comes in, or something that happened to one. */
export type Request = { readonly lead: Lead } | Happened;

const problem = (path: readonly string[], message: string): Either<Problems, never> =>
  left([{ path, message }]);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const has = <Name extends string>(value: object, name: Name): value is Record<Name, unknown> =>
  Object.hasOwn(value, name);

/** Reads `{ "lead": ... }`, `{ "leadId": ..., "event": ... }` or, with the lead as it is now, `{ "lead": ..., "event": ... }`. */
export const readRequest = ({ body, isBase64Encoded }: ApiRequest): Either<Problems, Request> => {
  const text = isBase64Encoded === true ? Buffer.from(body ?? "", "base64").toString() : (body ?? "");
  const value = parsed(text);
  if (typeof value !== "object" || value === null) return problem(["body"], "must be a JSON object");
  const lead = has(value, "lead") ? readLead(value.lead) : undefined;
  if (lead?._tag === "Left") return lead;
  if (!has(value, "event"))
    return lead === undefined
      ? problem(["body"], 'must hold a "lead", or a "leadId" and an "event"')
      : right({ lead: lead.right });
  const event = readEvent(value.event);
  if (event._tag === "Left") return event;
  if (lead !== undefined) return right({ leadId: lead.right.id, event: event.right, lead: lead.right });
  if (!has(value, "leadId") || typeof value.leadId !== "string") return problem(["leadId"], "must be text");
  return right({ leadId: value.leadId, event: event.right });
};
