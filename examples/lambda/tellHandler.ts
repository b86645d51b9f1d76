import type { Effect } from "../../src/index.js";
import type { DynamoStore } from "./dynamoStore.js";

/**
 * The function that tells reps and managers, by mail or push. A crash between telling and noting it tells twice, so hand the
 * effect's id on to whoever sends, as the key by which it is sent once.
 */
export const tellHandler =
  ({ store }: { readonly store: DynamoStore }, tell: (effect: Effect) => Promise<void>) =>
  async (): Promise<number> => {
    const effects = await store.untold();
    for (const effect of effects) {
      await tell(effect);
      await store.told(effect.id);
    }
    return effects.length;
  };
