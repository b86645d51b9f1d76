import type { Column } from "./input/column.js";
import { leadColumns } from "./input/leadColumns.js";
import { repColumns } from "./input/repColumns.js";

const WIDTH = 100;

/** The columns, the required ones marked, as lines of a paragraph. */
const listed = (columns: readonly Column[]): string => {
  const lines: string[] = [];
  let line = "";
  for (const { name, required } of columns) {
    const word = required ? `${name} (required)` : name;
    const longer = line === "" ? `  ${word}` : `${line}, ${word}`;
    if (longer.length < WIDTH) line = longer;
    else {
      lines.push(`${line},`);
      line = `  ${word}`;
    }
  }
  return [...lines, line].join("\n");
};

/** What `--help` prints. */
export const usage = `Deals leads to reps: region, language, expertise, availability and capacity, then weighted rotation.

  npx fairlead                                        the sample that ships
  npx fairlead --leads FILE --reps FILE [options]     your own files, CSV or (by ending) JSON

In a checkout of the library itself it is "npm start" and "npm start -- --leads FILE ...".

  --state FILE  go on from this file where it exists, and keep the account in it for the next run;
                not with the sample
  --out FILE    write the decisions, as CSV or JSON by ending
  --all         show every line of the report
  --help        show this

Columns of leads; any other goes to the lead's attributes:
${listed(leadColumns)}
Columns of reps; any other goes to the rep's attributes:
${listed(repColumns)}

  receivedAt, joinedAt  2026-01-05T09:30:00Z, 2026-01-05T10:30+01:00, or milliseconds since 1970
  languages             separated by blanks, commas or semicolons; of a lead the best one first
  regions, teams        separated by semicolons or commas, as industries
  needs, skills         crm:3; sql:2
  timeOff               2026-01-05T00:00Z/2026-01-12T00:00Z; ...

JSON holds the same lists with the fields of the library: [{ "id": "l1", "receivedAtMs": 1767600000000 }]

Exit code: 0 all rows were read, 2 some rows were bad and the good ones were dealt, 1 nothing was done.
`;
