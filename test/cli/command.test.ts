import { describe, expect, it } from "vitest";
import { command } from "../../src/cli/command.js";
import { memoryFiles } from "./memoryFiles.js";

const SAMPLE = { leads: "sample/leads.csv", reps: "sample/reps.csv" };
const LEADS =
  "id,receivedAt,region\nl1,2026-01-05T09:00Z,US\nl2,2026-01-05T09:10Z,US\nl3,2026-01-05T09:20Z,JP\n";
const START_MS = Date.UTC(2026, 0, 5, 9);
const REPS = "id,name,regions,weight\nann,Ann,US,1\nbob,Bob,US,1\ncyd,Cyd,DE,2\n";

const run = (args: string, texts: Readonly<Record<string, string>>) => {
  const { files, kept } = memoryFiles(texts);
  return {
    ...command(
      args.split(" ").filter((arg) => arg !== ""),
      files,
      SAMPLE,
    ),
    kept,
  };
};

const own = (leads: string, reps: string, more = "") =>
  run(`--leads leads.csv --reps reps.csv ${more}`, { "leads.csv": leads, "reps.csv": reps });

describe("command", () => {
  it("deals the sample where no files are named, and tells the whole story", () => {
    const { exitCode, stdout, stderr } = run("", { "sample/leads.csv": LEADS, "sample/reps.csv": REPS });
    expect([exitCode, stderr]).toStrictEqual([0, ""]);
    expect(stdout).toBe(`3 leads, received 2026-01-05 09:00 to 2026-01-05 09:20 UTC; 3 reps

WHO GOT WHAT
  lead  received (UTC)    from  given to
  l1    2026-01-05 09:00  US    Ann
  l2    2026-01-05 09:10  US    Bob

HOW IT WAS SHARED
  rep  weight  leads  of given  fair share   lag  longest wait
  Ann       1      1    50.0 %        1.00  even             1
  Bob       1      1    50.0 %        1.00  even             1
  Cyd       2      0     0.0 %        0.00  even             -
  Fair share: each lead is split by weight among the reps who could have had it. Lag: fair share less leads.
  Longest wait: leads in a row that the rep could have had and did not get.

NOT GIVEN: 1 of 3 leads
  filter  reps left out  leads stopped  because
  region              3              1  nobody serves the region
  Reps left out: for each of these leads every rep counts once, under the first filter that left it out.

  lead  asks for  reps
  l3    JP        3 of other regions

FAIRNESS
  Nobody was ever more than 0.50 leads from the fair share. (The worst case that the rule allows for 3 reps is 1.)
`);
  });

  it("deals within the hours of reps and of their teams", () => {
    const desk = { timeZone: "Europe/Warsaw", hours: [{ days: [1], from: "08:00", to: "10:15" }] };
    const reps = [{ id: "ann", schedule: { like: "desk" } }];
    const files = { "leads.csv": LEADS, "reps.json": JSON.stringify({ schedules: { desk }, reps }) };
    const { exitCode, stdout } = run("--leads leads.csv --reps reps.json", files);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/l1 .*ann\n +l2 .*ann\n/);
    expect(stdout).toContain("NOT GIVEN: 1 of 3 leads");
    const unknown = { ...files, "reps.json": JSON.stringify({ reps }) };
    const refused = run("--leads leads.csv --reps reps.json", unknown);
    expect([refused.exitCode, refused.stderr]).toStrictEqual([1, expect.stringContaining("schedule.like")]);
  });

  it("explains itself", () => {
    const { exitCode, stdout } = run("--help", {});
    expect(exitCode).toBe(0);
    expect(stdout).toContain("npx fairlead --leads FILE --reps FILE [options]");
    expect(stdout).toContain('"npm start -- --leads FILE');
    for (const word of ["--leads FILE", "--state FILE", "receivedAt (required)", "timeOff", "Exit code"]) {
      expect(stdout).toContain(word);
    }
  });

  it("counts what it does not show, and shows it on demand", () => {
    const many = `id,receivedAt\n${Array.from({ length: 30 }, (_, i) => `l${i},${START_MS + i}`).join("\n")}`;
    expect(own(many, REPS).stdout).toContain("... and 22 more (--all shows them)");
    const { stdout } = own(many, REPS, "--all");
    expect(stdout).not.toContain("--all shows them");
    expect(stdout).toContain("l29");
  });

  it("names bad rows of both files, deals the good ones, and says so in its exit code", () => {
    const { exitCode, stdout } = own(
      `${LEADS}l1,2026-01-05T10:00Z,US\nl4,soon,US\n`,
      `${REPS}dan,Dan,US,heavy\n`,
    );
    expect(exitCode).toBe(2);
    expect(stdout).toContain("; 3 reps; 3 bad rows left out, named below\n");
    expect(stdout).toContain(`BAD ROWS: 3 rows left out
  leads.csv, line 5, column id: "l1" is already used in line 2
  leads.csv, line 6, column receivedAt: "soon" is not a moment, such as "2026-01-05T09:30:00Z", or milliseconds since 1970
  reps.csv, line 5, column weight: "heavy" is not a number
`);
    expect(stdout).toContain("l2    2026-01-05 09:10  US    Bob");
  });

  it("says which names mean nothing, so that a misspelt column is seen", () => {
    expect(own(`id,receivedAt,Region,budget\nl1,${START_MS},US,1`, REPS).stdout).toContain(
      "Names in the file of leads that mean nothing here: Region, budget\n",
    );
  });

  it("names every file that cannot be used, and does nothing", () => {
    const { exitCode, stdout, stderr, kept } = run(
      "--leads reps.csv --reps none.csv --state broken.json --out out.csv",
      { "reps.csv": REPS, "broken.json": "{" },
    );
    expect([exitCode, stdout]).toStrictEqual([1, ""]);
    expect(stderr.split("\n").slice(0, 3)).toStrictEqual([
      'reps.csv: has no column "receivedAt"; its columns, separated by commas, are "id", "name", "regions", "weight"',
      "none.csv: there is no such file",
      "broken.json: cannot be used as a state, and was left as it is",
    ]);
    expect([...kept.keys()]).toStrictEqual(["reps.csv", "broken.json"]);
    expect(run("--leads locked --reps reps.csv", { "reps.csv": REPS }).stderr).toBe(
      "locked: access is denied\n",
    );
  });

  it("refuses arguments that it does not know", () => {
    expect(run("--colour", {})).toMatchObject({
      exitCode: 1,
      stdout: "",
      stderr: "Unknown option '--colour'\nSee --help.\n",
    });
  });

  it("says that there are no reps, or no leads", () => {
    const noReps = own(LEADS, "id\n");
    expect(noReps.exitCode).toBe(0);
    expect(noReps.stdout).toContain(
      "WHO GOT WHAT\n  nobody got a lead\n\nHOW IT WAS SHARED\n  there are no reps\n",
    );
    expect(noReps.stdout).toContain("NOT GIVEN: 3 of 3 leads\n  there are no reps\n\n  lead  asks for");
    expect(noReps.stdout).not.toContain("Reps left out");
    expect(noReps.stdout).toContain("No lead was given, so there is nothing to compare.");
    const noLeads = own("id,receivedAt\n", REPS);
    expect(noLeads.exitCode).toBe(0);
    expect(noLeads.stdout).toMatch(/^0 leads; 3 reps\n/);
    expect(noLeads.stdout).toContain("NOT GIVEN: 0 of 0 leads\n");
  });

  it("promises a rep who is alone exactly its share", () => {
    expect(own(LEADS, "id\nann\n").stdout).toContain(
      "Nobody was ever more than 0.00 leads from the fair share. (The worst case that the rule allows for 1 rep is 0.)\n",
    );
  });

  it("counts for each filter whom it left out and how many leads it stopped", () => {
    const leads = [
      "id,receivedAt,region,languages,needs",
      "a,2026-01-05T09:00Z,US,en,crm:2",
      "b,2026-01-05T09:01Z,US,en,crm:2",
      "c,2026-01-05T09:02Z,US,fr,",
      "d,2026-01-05T09:03Z,DE,,",
    ].join("\n");
    const reps = [
      "id,regions,languages,skills,capacity,weight,active",
      "one,US,en,crm:2,1,1,",
      "two,US,en,crm:1,,1,",
      "six,DE,en,crm:9,,0,",
      "ten,DE,en,crm:9,,1,false",
    ].join("\n");
    expect(own(leads, reps).stdout).toContain(`NOT GIVEN: 3 of 4 leads
  filter     reps left out  leads stopped  because
  region                 6              0
  language               2              1  none of those left speaks the language
  expertise              1              0
  available              1              0
  capacity               1              1  all of those left are full
  weighted               1              1  all of those left have weight 0
  Reps left out: for each of these leads every rep counts once, under the first filter that left it out.

  lead  asks for       reps
  b     US, en, crm:2  2 of other regions, 1 short of a skill, 1 full
  c     US, fr         2 of other regions, 2 of other languages
  d     DE             2 of other regions, 1 away or inactive, 1 of weight 0
`);
  });

  it("goes on from its state file, and tells a run that goes on apart", () => {
    const leads = (from: number) =>
      `id,receivedAt\n${[0, 1, 2].map((i) => `l${from + i},${START_MS + from + i}`).join("\n")}`;
    const args = "--leads leads.csv --reps reps.csv --state state.json --out out.csv";
    const first = run(args, { "leads.csv": leads(0), "reps.csv": "id\nann\nbob\n" });
    expect(first.exitCode).toBe(0);
    const state = first.kept.get("state.json") ?? "";
    expect(JSON.parse(state)).toMatchObject({ version: 3, ids: ["ann", "bob"], openLeads: [2, 1] });
    const second = run(args, { "leads.csv": leads(3), "reps.csv": "id\nann\nbob\n", "state.json": state });
    expect(second.kept.get("out.csv")?.split("\n")[1]).toMatch(/^l3,assigned,bob,/);
    expect(second.stdout).toContain(
      "rep  weight  leads  of given  fair share         lag  longest wait  account now",
    );
    expect(second.stdout).toContain(
      "bob       1      2    66.7 %        1.50  ahead 0.50             1         even",
    );
    expect(second.stdout).toContain(`FAIRNESS
  Since the account began, nobody is now more than 0.00 leads from the fair share. (The worst case that the rule allows for 2 reps is 0.5.)
  In this run alone nobody was ever more than 0.50 leads from it.
`);
  });

  it("names what is damaged in a state file and leaves it alone", () => {
    const damaged =
      '{"format":1,"version":-1,"seed":"s","ids":[],"openLeads":[],"openOffers":[],"ledgers":[]}';
    const { exitCode, stderr, kept } = run("--leads leads.csv --reps reps.csv --state s.json", {
      "leads.csv": LEADS,
      "reps.csv": REPS,
      "s.json": damaged,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("state.version: must be a whole number, not negative");
    expect(kept.get("s.json")).toBe(damaged);
    expect(own(LEADS, REPS, "--state locked").stderr).toBe("locked: access is denied\n");
  });

  it("does not move the state on when the decisions could not be written", () => {
    const { exitCode, stderr, kept } = own(LEADS, REPS, "--state s.json --out locked.csv");
    expect([exitCode, stderr]).toStrictEqual([1, "locked.csv: could not be written: access is denied\n"]);
    expect(kept.has("s.json")).toBe(false);
  });

  it("names what is wrong with the reps together", () => {
    const reps = Array.from({ length: 8100 }, (_, i) => `r${i},${10_000 - (i % 2) / 1000}`);
    const { exitCode, stderr } = own(LEADS, `id,weight\n${reps.join("\n")}`);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^reps\.csv: cannot be dealt to\nroster\.reps: weights/);
  });

  it("shows no control characters of the input", () => {
    const { stdout } = own(`id,receivedAt\n"l\u001b[31m1",${START_MS}\n`, 'id,name\nann,"A\nn\u0007n"\n');
    expect(stdout).toContain("l\\u001b[31m1");
    expect(stdout).toContain("A\\u000an\\u0007n");
  });

  it("shows leads, fair share and lag that agree to the last digit", () => {
    const leads = Array.from({ length: 3 }, (_, i) => `l${i},${START_MS + i}`).join("\n");
    const { stdout } = own(`id,receivedAt\n${leads}`, "id,weight\nann,1\nbob,7\n");
    expect(stdout).toContain("ann       1      0     0.0 %        0.38   owed 0.38             3");
    expect(stdout).toContain("bob       7      3   100.0 %        2.63  ahead 0.37             0");
  });

  it("says what it read and does not deal by, where that holds anything", () => {
    const leads = `id,receivedAt,team,ownerId,source\nl1,${START_MS},north,ann,\n`;
    const reps = "id,tier,joinedAt,experience\nann,1,2020-01-01T00:00Z,\n";
    expect(own(leads, reps).stdout).toMatch(
      /^1 lead, .*\nRead but not used by this strategy: ownerId, team, tier, joinedAt\n\n/,
    );
    expect(own(LEADS, REPS).stdout).not.toContain("not used");
  });

  it("names the reps of the account who are not in the file", () => {
    const leads = `id,receivedAt\nl1,${START_MS}\n`;
    const files = (reps: string, state = "") => ({
      "leads.csv": leads,
      "reps.csv": reps,
      ...(state === "" ? {} : { "state.json": state }),
    });
    const args = "--leads leads.csv --reps reps.csv --state state.json";
    const first = run(args, files("id\nann\nbob\ncyd\ndan\neve\n"));
    expect(first.stdout).not.toContain("of the account");
    const state = first.kept.get("state.json") ?? "";
    expect(run(args, files("id\nann\nbob\ndan\neve\n", state)).stdout).toContain(
      "\n1 rep of the account is not in reps.csv: cyd\n",
    );
    const gone = "\n4 reps of the account are not in reps.csv: bob, cyd, dan";
    expect(run(args, files("id\nann\n", state)).stdout).toContain(`${gone} ...\n`);
    expect(run(`${args} --all`, files("id\nann\n", state)).stdout).toContain(`${gone}, eve\n`);
    expect(run(args, files("id,weight\nann,\nbob,\ncyd,x\ndan,\neve,\n", state)).stdout).toContain(
      "\n1 rep of the account is not among the good rows of reps.csv: cyd\n",
    );
  });
});
