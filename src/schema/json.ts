import * as z from "zod";
import type { Json } from "../model/json.js";
import { dictionary } from "./composites.js";
import { guarded, startReading } from "./reading/reading.js";
import { readJson } from "./reading/readJson.js";

const isJson = (value: unknown): boolean => {
  const reading = startReading("json");
  guarded(reading, () => readJson(value, reading));
  return reading.problems.length === 0;
};

/** Zod's own JSON type is walked without a limit of depth. */
export const json = z.custom<Json>(isJson, "must be JSON");

/** Fields that the model does not know. */
export const attributes = dictionary(json);
