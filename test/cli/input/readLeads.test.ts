import * as E from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { formatFault } from "../../../src/cli/input/fault.js";
import { readLeads } from "../../../src/cli/input/readLeads.js";

const read = (text: string, name = "leads.csv") => {
  const result = readLeads({ name, text });
  if (E.isLeft(result)) throw new Error(formatFault(result.left));
  const { good, faults, badRows, unknown } = result.right;
  return { good, faults: faults.map(formatFault), badRows, unknown };
};

const refusal = (text: string, name = "leads.csv") => {
  const result = readLeads({ name, text });
  return E.isLeft(result) ? formatFault(result.left) : "was read";
};

describe("readLeads", () => {
  it("reads every column of the model", () => {
    const header =
      "id,receivedAt,region,languages,timeZone,needs,score,temperature,value,complexity,industry,source,channel,segment,account,ownerId,role,team";
    const row =
      "l1,1970-01-01T00:00:01Z,US-CA,sv en,Europe/Oslo,crm:3; sql:2,0.5,hot,1000,2,toys,web,mail,small,acme,ann,closer,north";
    expect(read(`${header}\n${row}`).good).toStrictEqual([
      {
        id: "l1",
        receivedAtMs: 1000,
        region: "US-CA",
        languages: ["sv", "en"],
        timeZone: "Europe/Oslo",
        needs: { crm: 3, sql: 2 },
        score: 0.5,
        temperature: "hot",
        value: 1000,
        complexity: 2,
        industry: "toys",
        source: "web",
        channel: "mail",
        segment: "small",
        account: "acme",
        ownerId: "ann",
        role: "closer",
        team: "north",
      },
    ]);
  });

  it("takes an empty cell as absent, and trims the others", () => {
    expect(read("id,receivedAt,region,score\n l1 ,1000000000000,  ,\n").good).toStrictEqual([
      { id: "l1", receivedAtMs: 1e12 },
    ]);
  });

  it("keeps other columns as attributes, and says their names", () => {
    const { good, unknown } = read("id,receivedAt,Region,budget\nl1,1000000000000,US,12");
    expect(good).toStrictEqual([
      { id: "l1", receivedAtMs: 1e12, attributes: { Region: "US", budget: "12" } },
    ]);
    expect(unknown).toStrictEqual(["Region", "budget"]);
  });

  it("reads __proto__ as an id and as a column like any other", () => {
    const { good } = read("id,receivedAt,__proto__\n__proto__,1000000000000,x");
    expect(good.map(({ id, attributes }) => [id, Object.entries(attributes ?? {})])).toStrictEqual([
      ["__proto__", [["__proto__", "x"]]],
    ]);
  });

  it("names each fault by line and column, and keeps the good rows", () => {
    const text = [
      "id,receivedAt,note,score,needs,temperature",
      'l1,1000000000000,"two\nlines",,,',
      "l2,soon,,12abc,crm,",
      "l3,2026-01-05T09:00,,1.5,,lukewarm",
      "l4,1000000000000,,1,crm:-1,warm",
      "l5,1000000000000,,1,crm:1,warm",
      ",1000000000000,,,,",
      "l6,,,,,",
    ].join("\r\n");
    const { good, faults, badRows } = read(text);
    expect(good.map(({ id }) => id)).toStrictEqual(["l1", "l5"]);
    expect(badRows).toBe(5);
    expect(faults).toStrictEqual([
      'leads.csv, line 4, column receivedAt: "soon" is not a moment, such as "2026-01-05T09:30:00Z", or milliseconds since 1970',
      'leads.csv, line 4, column score: "12abc" is not a number',
      'leads.csv, line 4, column needs: "crm" is not a list of skills with levels, such as "crm:3; sql:2"',
      'leads.csv, line 5, column receivedAt: "2026-01-05T09:00" has no time zone: end it in "Z" or an offset such as "+01:00"',
      'leads.csv, line 5, column score: must be a number from 0 to 1, and is "1.5"',
      'leads.csv, line 5, column temperature: must be one of "cold", "warm", "hot", and is "lukewarm"',
      'leads.csv, line 6, column needs: must be a finite number, not negative, and is "crm:-1"',
      "leads.csv, line 8, column id: is missing",
      "leads.csv, line 9, column receivedAt: is missing",
    ]);
  });

  it("names each further row with the same id, and keeps the first", () => {
    const { good, faults } = read(
      "id,receivedAt\nl1,1000000000000\nl2,1000000000000\nl1,1000000000005\nl1,1000000000006\n",
    );
    expect(good).toStrictEqual([
      { id: "l1", receivedAtMs: 1e12 },
      { id: "l2", receivedAtMs: 1e12 },
    ]);
    expect(faults).toStrictEqual([
      'leads.csv, line 4, column id: "l1" is already used in line 2',
      'leads.csv, line 5, column id: "l1" is already used in line 2',
    ]);
  });

  it("names rows with too many or too few cells, wrong quotes, and cells without a column name", () => {
    const { good, faults } = read(
      'id,receivedAt,\nl1,0\nl2,0,,\nl3,0"",\nl4,1000000000000,x\nl5,1000000000000,\n',
    );
    expect(good.map(({ id }) => id)).toStrictEqual(["l5"]);
    expect(faults).toStrictEqual([
      "leads.csv, line 2: has 2 cells, and the header has 3",
      "leads.csv, line 3: has 4 cells, and the header has 3",
      "leads.csv, line 4, column receivedAt: has a quote in a cell that does not begin with one",
      "leads.csv, line 5, column 3: holds something and has no name",
    ]);
  });

  it("cuts a huge cell and writes control characters out when it names them", () => {
    const { faults } = read(
      `id,receivedAt,score\nl1,1000000000000,${"9x".repeat(100_000)}\nl2,1000000000000,"\u001b[2J\n!"`,
    );
    expect(faults).toStrictEqual([
      `leads.csv, line 2, column score: "${"9x".repeat(19)}9…" is not a number`,
      'leads.csv, line 3, column score: "\\u001b[2J\\u000a!" is not a number',
    ]);
  });

  it("reads a header without rows as no leads", () => {
    expect(read("id,receivedAt")).toStrictEqual({ good: [], faults: [], badRows: 0, unknown: [] });
  });

  it("refuses a file that is empty, lacks a column, or names one twice", () => {
    expect(refusal("")).toBe("leads.csv: is empty: its first line must name the columns");
    expect(refusal("id\treceivedAt\nl1\t0")).toBe(
      'leads.csv: has no column "id" and "receivedAt"; its columns, separated by commas, are "id\\u0009receivedAt"',
    );
    expect(refusal("id;received\nl1;0")).toBe(
      'leads.csv: has no column "receivedAt"; its columns, separated by semicolons, are "id", "received"',
    );
    expect(refusal("id,receivedAt,id\n")).toBe('leads.csv: has two columns named "id"');
    expect(refusal('id,re"ceivedAt\nl1,0')).toBe(
      "leads.csv: its first line must name the columns, and has a quote in a cell that does not begin with one",
    );
  });

  it("reads JSON, and names faults by index and field", () => {
    const text = JSON.stringify([
      { id: "l1", receivedAtMs: 1e12, needs: { crm: 3 }, colour: "red" },
      { id: "l2" },
      { id: "l1", receivedAtMs: 1e12 },
      { id: "l3", receivedAtMs: "0", needs: { crm: "x" }, attributes: { any: 1 } },
      7,
    ]);
    const { good, faults, badRows, unknown } = read(`\uFEFF${text}`, "leads.json");
    expect(good.map(({ id }) => id)).toStrictEqual(["l1"]);
    expect(badRows).toBe(4);
    expect(unknown).toStrictEqual(["colour"]);
    expect(faults).toStrictEqual([
      "leads.json, entry [1], receivedAtMs: is missing",
      'leads.json, entry [2], id: "l1" is already used in entry [0]',
      'leads.json, entry [3], receivedAtMs: must be milliseconds since 1970, such as Date.parse gives, and is "0"',
      'leads.json, entry [3], needs.crm: must be a finite number, not negative, and is "x"',
      "leads.json, entry [4]: must be an object, and is 7",
    ]);
  });

  it("says once what an entry holds instead, with nothing that a terminal would obey", () => {
    const text = JSON.stringify([
      { id: 7, receivedAtMs: "\u009b2J" },
      '{"id":"l1"}',
      [1],
      { id: "l1", receivedAtMs: 1e12, region: null },
    ]);
    expect(read(text, "leads.json").faults).toStrictEqual([
      "leads.json, entry [0], id: must be text, and is 7",
      'leads.json, entry [0], receivedAtMs: must be milliseconds since 1970, such as Date.parse gives, and is "\\u009b2J"',
      "leads.json, entry [1]: must be an object, not text: was it parsed?",
      "leads.json, entry [2]: must be an object, not a list, and is [1]",
      "leads.json, entry [3], region: is null: leave it out",
    ]);
  });

  it("gives an id to the first good row, not to one that is left out", () => {
    const { good, faults } = read("id,receivedAt\nl1,soon\nl1,1000000000000\nl1,1000000000001\nl1,late\n");
    expect(good).toStrictEqual([{ id: "l1", receivedAtMs: 1e12 }]);
    expect(faults).toStrictEqual([
      'leads.csv, line 2, column receivedAt: "soon" is not a moment, such as "2026-01-05T09:30:00Z", or milliseconds since 1970',
      'leads.csv, line 4, column id: "l1" is already used in line 3',
      'leads.csv, line 5, column receivedAt: "late" is not a moment, such as "2026-01-05T09:30:00Z", or milliseconds since 1970',
      'leads.csv, line 5, column id: "l1" is already used in line 3',
    ]);
  });

  it("reads the CSV of a spreadsheet that separates by semicolons", () => {
    const { good, faults } = read(
      'id;receivedAt;needs\r\nl1;2026-01-05T09:00Z;"crm:3; sql:2"\r\nl2;2026-01-05T09:00Z;crm:1,sql:1\r\nl3;soon\r\n',
    );
    expect(good.map(({ id, needs }) => [id, needs])).toStrictEqual([
      ["l1", { crm: 3, sql: 2 }],
      ["l2", { crm: 1, sql: 1 }],
    ]);
    expect(faults).toStrictEqual(["leads.csv, line 4: has 2 cells, and the header has 3"]);
  });

  it("refuses moments of JSON that must be seconds", () => {
    const text = JSON.stringify([
      { id: "l1", receivedAtMs: 1_767_605_400 },
      { id: "l2", receivedAtMs: 1e11 },
    ]);
    const { good, faults } = read(text, "leads.json");
    expect(good.map(({ id }) => id)).toStrictEqual(["l2"]);
    expect(faults).toStrictEqual([
      "leads.json, entry [0], receivedAtMs: 1767605400 looks like seconds: milliseconds since 1970 are meant",
    ]);
  });

  it("tells JSON with the name of a CSV column which name is meant", () => {
    const { faults } = read('[{"id":"l1","receivedAt":"2026-01-05T09:00Z"}]', "leads.json");
    expect(faults).toStrictEqual([
      'leads.json, entry [0], receivedAtMs: is missing; "receivedAt" is the name in CSV, and JSON has milliseconds since 1970 as "receivedAtMs"',
    ]);
  });

  it("reads an object that holds the list", () => {
    expect(read('{"leads":[{"id":"l1","receivedAtMs":1000000000000}]}', "leads.json").good).toStrictEqual([
      { id: "l1", receivedAtMs: 1e12 },
    ]);
  });

  it("refuses JSON that is none, or holds no list", () => {
    expect(refusal("[", "leads.json")).toMatch(/^leads\.json: is not JSON: /);
    expect(refusal('{"reps":[]}', "leads.JSON")).toBe("leads.JSON: must hold a list of leads");
    expect(refusal("null", "leads.json")).toBe("leads.json: must hold a list of leads");
  });
});
