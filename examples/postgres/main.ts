import { openDatabase } from "./openDatabase.js";
import { story } from "./story.js";
import { throughput } from "./throughput.js";

const database = await openDatabase(process.env["DATABASE_URL"]);
const tell = process.argv.includes("--throughput") ? throughput : story;
await tell(database, (line) => console.log(line));
await database.close();
