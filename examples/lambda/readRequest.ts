import { type Either, left, map } from "fp-ts/lib/Either.js";
import type { Lead, LeadEvent, LeadId, Problems } from "../../src/index.js";
import { readEvent, readLead } from "../../src/schema/index.js";

/** What API Gateway and function URLs hand over, as far as it is read. */
export interface ApiRequest {
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
}

/** A lead that comes in, or something that happened to one. */
export type Request = { readonly lead: Lead } | { readonly leadId: LeadId; readonly event: LeadEvent };

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

/** Reads `{ "lead": ... }` or `{ "leadId": ..., "event": ... }`. */
export const readRequest = ({ body, isBase64Encoded }: ApiRequest): Either<Problems, Request> => {
  const text = isBase64Encoded === true ? Buffer.from(body ?? "", "base64").toString() : (body ?? "");
  const value = parsed(text);
  if (typeof value !== "object" || value === null) return problem(["body"], "must be a JSON object");
  if (has(value, "lead")) return map((lead: Lead): Request => ({ lead }))(readLead(value.lead));
  if (!has(value, "event")) return problem(["body"], 'must hold a "lead", or a "leadId" and an "event"');
  if (!has(value, "leadId") || typeof value.leadId !== "string") return problem(["leadId"], "must be text");
  const { leadId } = value;
  return map((event: LeadEvent): Request => ({ leadId, event }))(readEvent(value.event));
};
