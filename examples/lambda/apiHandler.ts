import { isLeft } from "fp-ts/lib/Either.js";
import { type Answer, malformed, refused, stands, tryAgain, unknownLead } from "./answer.js";
import { intake, respond } from "./ask.js";
import type { Desk } from "./desk.js";
import { BUSY } from "./dynamoStore.js";
import { type ApiRequest, type Request, readRequest } from "./readRequest.js";

const answerTo = async (desk: Desk, request: Request): Promise<Answer> => {
  if (!("event" in request)) return stands((await intake(desk, request.lead)).decision);
  const outcome = await respond(desk, request.leadId, () => request.event, request.lead);
  if (outcome === undefined) return unknownLead(request.leadId);
  const { decision, refusal } = outcome;
  return refusal === undefined ? stands(decision) : refused(refusal, decision);
};

/** The function behind the API: a lead comes in, or something happened to one. */
export const apiHandler =
  (desk: Desk) =>
  async (request: ApiRequest): Promise<Answer> => {
    const read = readRequest(request);
    if (isLeft(read)) return malformed(read.left);
    try {
      return await answerTo(desk, read.right);
    } catch (error) {
      if (error instanceof Error && error.name === BUSY) return tryAgain();
      throw error;
    }
  };
