import { isRecord } from "../check/shape.js";
import { isBlind } from "../internal/isBlind.js";
import type { Decision } from "../model/decision.js";
import type { Lead } from "../model/lead.js";

/**
 * What may be seen of a lead: all of it, or its id and a few fields.
 *
 * @since 0.1.0
 */
export type VisibleLead = Pick<Lead, "id"> & Partial<Lead>;

/** A copy that shares nothing with the hidden lead; nothing where JSON keeps nothing of it. */
const copied = (value: unknown): unknown => {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
};

/** Under whatever name, `__proto__` among them, as a field of its own. */
const put = (record: object, name: string, value: unknown): void => {
  if (value === undefined) return;
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
};

const own = (record: unknown, name: string): unknown =>
  isRecord(record) && Object.hasOwn(record, name) ? record[name] : undefined;

/** Shows a field, or one entry of it where the name has a dot. */
const show = (lead: Lead, seen: object, field: string): void => {
  const dot = field.indexOf(".");
  if (dot < 0) {
    put(seen, field, copied(own(lead, field)));
    return;
  }
  const [name, entry] = [field.slice(0, dot), field.slice(dot + 1)];
  const value = copied(own(own(lead, name), entry));
  const shown = own(seen, name);
  const record = isRecord(shown) ? shown : {};
  put(record, entry, value);
  if (value !== undefined) put(seen, name, record);
};

/**
 * What a rep may see of a lead before it is its own: all of it, but of a lead in a blind pool the id and what the decision `shows`.
 *
 * What is shown of a blind lead is a copy, so nothing leads back to the rest. Names that the lead has not are passed over.
 *
 * @remarks
 * - **Blind** is for those who might claim it. Keep the lead itself from them by other ways too: their list of leads, their search, their mail.
 * - **Errors:** none.
 * - **Cost:** as much as there is to show; nothing for an open lead, which is given as it is.
 *
 * @example
 * ```ts
 * const delivery = pool({ mode: "blind", shows: ["region", "attributes.product"] });
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery });
 * const lead = { id: "l1", receivedAtMs: 0, region: "SE", value: 90_000, attributes: { product: "loan", phone: "+46 8 123" } };
 * const { decision } = unwrap(strategy(lead, { reps: [{ id: "ann" }] }, emptyState({ seed: "s" })));
 * visibleLead(lead, decision); // => { id: "l1", region: "SE", attributes: { product: "loan" } }
 * ```
 *
 * @since 0.1.0
 */
export const visibleLead = (lead: Lead, decision: Decision): VisibleLead => {
  if (!isBlind(decision)) return lead;
  const seen: VisibleLead = { id: lead.id };
  for (const field of decision.shows ?? []) show(lead, seen, field);
  return seen;
};
