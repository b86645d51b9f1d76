import type { Store } from "./store.js";

/** Everything that a store keeps, as of one moment. */
export type Kept = Awaited<ReturnType<Store["everything"]>>;
