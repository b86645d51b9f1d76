import { createHash } from "node:crypto";
import type { LeadId } from "../../src/index.js";

/**
 * A key has 1 to 2,048 bytes and an id is any text, so the id is hashed and stands whole beside the key. UTF-16 bytes,
 * since those of UTF-8 are the same for all lone surrogates.
 */
const hash = (id: string): string => createHash("sha256").update(Buffer.from(id, "utf16le")).digest("hex");

/** The one item that holds the state. */
export const STATE_KEY = "state";

export const LEAD_PREFIX = "lead/";

export const EFFECT_PREFIX = "effect/";

export const leadKey = (id: LeadId): string => LEAD_PREFIX + hash(id);

export const effectKey = (id: string): string => EFFECT_PREFIX + hash(id);
