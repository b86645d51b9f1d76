import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Job, Result } from "./jobs.js";

/** Does all jobs, as many side by side as the machine has cores; `each` hears of every result as it comes. */
export const inThreads = async (
  file: URL,
  jobs: readonly Job[],
  each: (result: Result) => void,
): Promise<void> => {
  const left = [...jobs];
  const thread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file);
      const next = (): void => {
        const job = left.shift();
        if (job === undefined) void worker.terminate().then(() => resolve());
        else worker.postMessage(job);
      };
      worker.on("message", (result: Result) => {
        each(result);
        next();
      });
      worker.on("error", reject);
      next();
    });
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, thread));
};
