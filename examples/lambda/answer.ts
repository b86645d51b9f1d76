import type { Decision, LeadId, Problems, Refusal } from "../../src/index.js";

/** What API Gateway sends back. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const answer = (
  statusCode: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  statusCode,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

/** Where the lead stands, be it news or not: who sends the same twice hears the same twice. */
export const stands = (decision: Decision): Answer => answer(200, { decision });

/** Every fault of the request, with its path. */
export const malformed = (problems: Problems): Answer => answer(400, { problems });

export const unknownLead = (leadId: LeadId): Answer => answer(404, { unknown: { leadId } });

/** The event is well formed and does not fit where the lead stands; the rule and the reason say why. */
export const refused = (refusal: Refusal, decision: Decision): Answer => answer(409, { refusal, decision });

/** Nothing is kept; the same request may be sent again. */
export const tryAgain = (): Answer => answer(503, { busy: true }, { "retry-after": "1" });
