declare module "dynalite" {
  import type { Server } from "node:http";

  /** DynamoDB's HTTP interface over memory, as far as dynalite has it. */
  export default function dynalite(options?: {
    /** How long a new table is not yet to be used; half a second when absent. */
    readonly createTableMs?: number;
  }): Server;
}
