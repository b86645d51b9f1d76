import { byTag } from "./byTag.js";
import { finite, flag, id, moment, oneOf, recordOf, text } from "./shape.js";

const base = { id, atMs: moment };

const closeResult = oneOf("won", "lost", "disqualified", "no-show", "cancelled");

/** What the core asks of an event. */
export const eventShape = byTag("type", {
  accepted: recordOf({ ...base, repId: id }),
  declined: recordOf({ ...base, repId: id }, { reason: text }),
  claimed: recordOf({ ...base, repId: id }),
  expired: recordOf(base),
  woken: recordOf(base, { isEarly: flag }),
  updated: recordOf(base),
  returned: recordOf(base, { repId: id, reason: text }),
  worked: recordOf(base, { repId: id }),
  reassigned: recordOf({ ...base, to: id }, { by: text }),
  opened: recordOf({ ...base, segment: text }, { by: text }),
  released: recordOf(base, { repId: id, isTemporary: flag }),
  closed: recordOf({ ...base, result: closeResult }, { value: finite }),
  merged: recordOf({ ...base, into: id }),
});
