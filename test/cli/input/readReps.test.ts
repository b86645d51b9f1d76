import * as E from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { formatFault } from "../../../src/cli/input/fault.js";
import { readReps } from "../../../src/cli/input/readReps.js";

const read = (text: string, name = "reps.csv") => {
  const result = readReps({ name, text });
  if (E.isLeft(result)) throw new Error(formatFault(result.left));
  return { good: result.right.good, faults: result.right.faults.map(formatFault) };
};

describe("readReps", () => {
  it("reads every column of the model", () => {
    const header =
      "id,name,active,presence,regions,languages,skills,weight,capacity,openLeads,schedule,timeOff,experience,role,teams,industries,tier,joinedAt,desk";
    const row =
      "ann,Ann,TRUE,away,US; EMEA/Nordics,en sv,crm:4,1.5,30,2,Europe/Warsaw Mon-Fri 09:00-17:00; Sat 10:00-14:00,1970-01-01T00:00Z/1970-01-01T00:01Z,3,closer,north; west,toys,1,1970-01-01T00:00Z,5";
    expect(read(`${header}\n${row}`).good).toStrictEqual([
      {
        id: "ann",
        name: "Ann",
        active: true,
        presence: "away",
        regions: ["US", "EMEA/Nordics"],
        languages: ["en", "sv"],
        skills: { crm: 4 },
        weight: 1.5,
        capacity: 30,
        openLeads: 2,
        schedule: {
          timeZone: "Europe/Warsaw",
          hours: [
            { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" },
            { days: [6], from: "10:00", to: "14:00" },
          ],
        },
        timeOff: [{ fromMs: 0, toMs: 60_000 }],
        experience: 3,
        role: "closer",
        teams: ["north", "west"],
        industries: ["toys"],
        tier: 1,
        joinedAtMs: 0,
        attributes: { desk: "5" },
      },
    ]);
  });

  it("names what the model refuses", () => {
    const text = "id,weight,openLeads,presence\na,0.0001,2.5,\nb,-1,-1,here\na,,,\nc,1,1,online";
    const { good, faults } = read(text);
    expect(good).toStrictEqual([{ id: "a" }, { id: "c", weight: 1, openLeads: 1, presence: "online" }]);
    expect(faults).toStrictEqual([
      'reps.csv, line 2, column weight: must be in whole thousandths, and is "0.0001"',
      'reps.csv, line 2, column openLeads: must be a whole number, not negative, and is "2.5"',
      'reps.csv, line 3, column presence: must be one of "online", "away", "offline", and is "here"',
      'reps.csv, line 3, column weight: must be a finite number, not negative, and is "-1"',
      'reps.csv, line 3, column openLeads: must be a finite number, not negative, and is "-1"',
    ]);
  });

  it("refuses moments of JSON that must be seconds", () => {
    expect(read('[{"id":"ann","joinedAtMs":1767605400},{"id":"bob"}]', "reps.json")).toStrictEqual({
      good: [{ id: "bob" }],
      faults: [
        "reps.json, entry [0], joinedAtMs: 1767605400 looks like seconds: milliseconds since 1970 are meant",
      ],
    });
  });

  it("leaves a rep in who has an optional moment under the name of its column", () => {
    const rep = { id: "ann", joinedAt: "2020-01-01T00:00Z" };
    expect(read(JSON.stringify([rep]), "reps.json")).toStrictEqual({ good: [rep], faults: [] });
  });

  it("reads JSON as a list of reps or as a roster", () => {
    const reps = [
      { id: "ann", regions: [] },
      { id: "bob", openLeads: 0.5 },
    ];
    const asList = read(JSON.stringify(reps), "reps.json");
    const asRoster = read(JSON.stringify({ reps }), "reps.json");
    expect([asList.good, asRoster.good]).toStrictEqual([[reps[0]], [reps[0]]]);
    expect([...asList.faults, ...asRoster.faults]).toStrictEqual([
      "reps.json, entry [1], openLeads: must be a whole number, not negative, and is 0.5",
      "reps.json, reps[1], openLeads: must be a whole number, not negative, and is 0.5",
    ]);
  });
});
