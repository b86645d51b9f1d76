import { moment, recordOf } from "../check/shape.js";

/** When a call is, as its options say it. */
export const momentShape = recordOf({}, { nowMs: moment });
