import { eligible } from "./eligible.js";
import { explained } from "./explained.js";
import { idempotent } from "./idempotent.js";
import type { Law } from "./law.js";
import { nothingLost } from "./nothingLost.js";
import { oddIds } from "./oddIds.js";
import { oneOwner } from "./oneOwner.js";
import { orderFree } from "./orderFree.js";
import { pure } from "./pure.js";
import { replayable } from "./replayable.js";
import { storable } from "./storable.js";
import { total } from "./total.js";
import { versioned } from "./versioned.js";
import { wakes } from "./wakes.js";

/**
 * What every strategy must keep, whatever its parts.
 *
 * @since 0.1.0
 */
export const strategyLaws: readonly Law[] = [
  total,
  pure,
  storable,
  eligible,
  oneOwner,
  nothingLost,
  versioned,
  idempotent,
  orderFree,
  oddIds,
  replayable,
  explained,
  wakes,
];
