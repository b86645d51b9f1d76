import { blindPull } from "./blindPull.js";
import { byRegion } from "./byRegion.js";
import { cherryPicking } from "./cherryPicking.js";
import { direct } from "./direct.js";
import { hybrid } from "./hybrid.js";
import { manual } from "./manual.js";
import { performanceBased } from "./performanceBased.js";
import { pushAndPull } from "./pushAndPull.js";
import { roundRobin } from "./roundRobin.js";
import { sharkTank } from "./sharkTank.js";
import { shotgun } from "./shotgun.js";
import { skimming } from "./skimming.js";
import { sticky } from "./sticky.js";
import { topProducer } from "./topProducer.js";
import { weighted } from "./weighted.js";

/**
 * The methods by the names that people give them, each in one line: nothing but the compositions of the guide's page of methods, to start
 * with and to grow out of. A preset and its composition have the same fingerprint, so changing from one to the other changes nothing.
 *
 * @example
 * ```ts
 * const preset = presets.roundRobin({ ledger: "desk" });
 * const own = compose({ ledger: "desk", filters: [available()], selector: rotation() });
 * preset.fingerprint === own.fingerprint; // => true
 * ```
 *
 * @since 0.1.0
 */
export const presets = {
  blindPull,
  byRegion,
  cherryPicking,
  direct,
  hybrid,
  manual,
  performanceBased,
  pushAndPull,
  roundRobin,
  sharkTank,
  shotgun,
  skimming,
  sticky,
  topProducer,
  weighted,
} as const;
