import { parentPort } from "node:worker_threads";
import { doJob, type Job } from "./jobs.js";

/** One of the threads: does a job and asks for the next by answering. */
parentPort?.on("message", (job: Job) => parentPort?.postMessage(doJob(job)));
