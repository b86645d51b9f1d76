import { openDatabase } from "./openDatabase.js";
import { story } from "./story.js";

const database = await openDatabase(process.env["DATABASE_URL"]);
await story(database, (line) => console.log(line));
await database.close();
