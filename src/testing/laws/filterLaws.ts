import type { FilterLaw } from "./filterLaw.js";
import { filterOrderFree } from "./filterOrderFree.js";
import { filterPure } from "./filterPure.js";
import { filterTotal } from "./filterTotal.js";
import { indexAgrees } from "./indexAgrees.js";

/**
 * What every filter must keep.
 *
 * @example
 * ```ts
 * import { filterLaws } from "fairlead/testing";
 * const mine = prefer(where("sameTier", 1, ({ lead, rep }) => lead.segment !== "enterprise" || rep.tier === 1));
 * for (const law of filterLaws) law.check(mine, { runs: 10 });
 * filterLaws.map(({ name }) => name); // => ["filterTotal", "filterPure", "indexAgrees", "filterOrderFree"]
 * ```
 *
 * @since 0.1.0
 */
export const filterLaws: readonly FilterLaw[] = [filterTotal, filterPure, indexAgrees, filterOrderFree];
