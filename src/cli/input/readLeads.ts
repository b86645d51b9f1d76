import { leadShape } from "../../check/lead.js";
import type { Lead } from "../../model/lead.js";
import { leadColumns } from "./leadColumns.js";
import { reading } from "./reading.js";
import type { Source } from "./source.js";

/** The leads of a file, in its order. */
export const readLeads = (source: Source) =>
  reading<Lead>({ listName: "leads", columns: leadColumns, shape: leadShape }, source);
