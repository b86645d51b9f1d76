import { describe, expect, it } from "vitest";
import { compose, emptyState, rotation, unwrap } from "../../src/index.js";
import { readDecision, readEvent, readLead, readRep, readRoster, readState } from "../../src/schema/index.js";
import { decisions, linesOf } from "./support.js";

const lead = { id: "l1", receivedAtMs: 5 };

const faultsOfLead = (fields: object): readonly string[] => linesOf(readLead({ ...lead, ...fields }));

const faultsOfRep = (fields: object): readonly string[] => linesOf(readRep({ id: "ann", ...fields }));

const AMOUNT = "must be a finite number, not negative";
const ID = "must be text without U+0000 or lone surrogates";
const MOMENT = "must be milliseconds since 1970, such as Date.parse gives";
const LANGUAGE = 'must be a BCP 47 language tag, such as "en-GB"';
const ZONE = 'must be an IANA time zone, such as "Europe/Stockholm"';

describe("readLead", () => {
  it.each<[string, object, readonly string[]]>([
    ["no id", { id: undefined }, ["lead.id: is missing"]],
    ["an id that is none", { id: 7 }, ["lead.id: must be text, and is a number: 7"]],
    ["an id with U+0000", { id: "a\0b" }, [`lead.id: ${ID}`]],
    ["half a character", { ownerId: "\ud800" }, [`lead.ownerId: ${ID}`]],
    [
      "an id of absurd length",
      { excludedRepIds: ["ann", "x".repeat(4097)] },
      ["lead.excludedRepIds.1: must be at most 4096 UTF-16 code units long"],
    ],
    [
      "a moment as text",
      { receivedAtMs: "2026-01-05" },
      [`lead.receivedAtMs: ${MOMENT}, and is text: "2026-01-05"`],
    ],
    ["a moment as a date", { receivedAtMs: new Date(0) }, [`lead.receivedAtMs: ${MOMENT}, and is a Date`]],
    ["a moment that could not be parsed", { receivedAtMs: Number.NaN }, [`lead.receivedAtMs: ${AMOUNT}`]],
    ["a moment before 1970", { receivedAtMs: -1 }, [`lead.receivedAtMs: ${AMOUNT}`]],
    [
      "a moment beyond the calendar",
      { receivedAtMs: 8.64e15 + 1 },
      ["lead.receivedAtMs: must be at most 8640000000000000, in the year 275760"],
    ],
    [
      "seconds",
      { receivedAtMs: 1_767_600_000 },
      [
        "lead.receivedAtMs: looks like seconds, not milliseconds: 1767600000 would be 1970-01-21; as seconds it is 2026-01-05T08:00:00.000Z",
      ],
    ],
    ["a blank region", { region: " / " }, ["lead.region: must not be blank"]],
    ["a language by its name", { languages: ["English, US"] }, [`lead.languages.0: ${LANGUAGE}`]],
    [
      "a language with an underscore",
      { languages: ["de", "en_US"] },
      [`lead.languages.1: ${LANGUAGE}: did you mean "en-US"?`],
    ],
    ["languages as one text", { languages: "en,de" }, ["lead.languages: must be a list"]],
    ["an offset for a zone", { timeZone: "+02:00" }, [`lead.timeZone: ${ZONE}`]],
    ["a level below 0", { needs: { sql: 1, crm: -1 } }, [`lead.needs.crm: ${AMOUNT}`]],
    ["needs as a list", { needs: ["crm"] }, ["lead.needs: must be an object, not a list"]],
    ["a score above 1", { score: 87 }, ["lead.score: must be a number from 0 to 1"]],
    [
      "a temperature that is none",
      { temperature: "tepid" },
      ['lead.temperature: must be one of "cold", "warm", "hot"'],
    ],
    ["an amount without an end", { value: Number.POSITIVE_INFINITY }, [`lead.value: ${AMOUNT}`]],
    ["null where nothing is meant", { industry: null }, ["lead.industry: is null: leave it out"]],
    ["null where something must be", { id: null }, ["lead.id: must be text, and is null"]],
    [
      "a slip of the pen",
      { langauges: ["en"] },
      ['lead.langauges: is not a known field: did you mean "languages"?'],
    ],
    [
      "another spelling",
      { excluded_rep_ids: [] },
      ['lead.excluded_rep_ids: is not a known field: did you mean "excludedRepIds"?'],
    ],
    ["a field that nobody knows", { utmSource: "x" }, ["lead.utmSource: is not a known field"]],
    ["a field named like a prototype", { constructor: 1 }, ["lead.constructor: is not a known field"]],
    [
      "free data that is not JSON",
      { attributes: { a: [1, Number.NaN, undefined, 5n], b: undefined } },
      [
        "lead.attributes.a.1: must be JSON: text, a finite number, true, false, null, a list or an object",
        "lead.attributes.a.2: is undefined: leave it out",
        "lead.attributes.a.3: must be JSON: text, a finite number, true, false, null, a list or an object",
        "lead.attributes.b: is undefined: leave it out",
      ],
    ],
    [
      "many faults at once",
      { id: 1, receivedAtMs: -1, score: 2, extra: 0 },
      [
        "lead.id: must be text, and is a number: 1",
        `lead.receivedAtMs: ${AMOUNT}`,
        "lead.score: must be a number from 0 to 1",
        "lead.extra: is not a known field",
      ],
    ],
  ])("refuses %s", (_, fields, lines) => {
    expect(faultsOfLead(fields)).toStrictEqual(lines);
  });

  it.each([
    [undefined, "is missing"],
    [null, "must be an object"],
    [[], "must be an object, not a list"],
    ['{"id":"l1"}', "must be an object, not text: was it parsed?"],
    [7, "must be an object"],
  ])("refuses %j", (value, message) => {
    expect(linesOf(readLead(value))).toStrictEqual([`lead: ${message}`]);
  });

  it.each([
    "en",
    "sv-FI",
    "SV-fi",
    "zh-Hant-TW",
    "zh-cmn-Hans-CN",
    "de-CH-1996",
    "sl-rozaj-biske",
    "es-419",
    "de-DE-u-co-phonebk",
    "en-x-sales",
    "x-whatever",
  ])("takes the language %s", (tag) => {
    expect(faultsOfLead({ languages: [tag] })).toStrictEqual([]);
  });

  it.each(["", " en", "e", "en-", "-en", "en--US", "english", "en-US-", "en-u", "de-419-DE", "日本語"])(
    "refuses the language %j",
    (tag) => {
      expect(faultsOfLead({ languages: [tag] })).toHaveLength(1);
    },
  );

  it.each([
    "UTC",
    "Europe/Stockholm",
    "America/Argentina/Buenos_Aires",
    "America/Port-au-Prince",
    "Etc/GMT+5",
    "EST5EDT",
  ])("takes the zone %s", (timeZone) => {
    expect(faultsOfLead({ timeZone })).toStrictEqual([]);
  });

  it.each(["", " UTC", "Europe/", "/Europe", "Europe Stockholm", "Europe/Stockholm\n", "a/b/c/d", "5"])(
    "refuses the zone %j",
    (timeZone) => {
      expect(faultsOfLead({ timeZone })).toStrictEqual([`lead.timeZone: ${ZONE}`]);
    },
  );

  it("takes an id of 4096 code units, and odd ones", () => {
    for (const id of ["x".repeat(4096), "", "__proto__", "\u{1f600}"])
      expect(faultsOfLead({ id, ownerId: id })).toStrictEqual([]);
  });

  it("takes undefined for absent, and leaves it out", () => {
    const read = unwrap(readLead({ ...lead, region: undefined, score: undefined }));
    expect(Object.keys(read)).toStrictEqual(["id", "receivedAtMs"]);
  });

  it("gives a copy that nobody can change, however deep", () => {
    const given = { ...lead, languages: ["en"], needs: { crm: 1 }, attributes: { a: { b: [{ c: 1 }] } } };
    const read = unwrap(readLead(given));
    expect(read).toStrictEqual(given);
    given.languages.push("de");
    given.attributes.a.b.push({ c: 2 });
    expect(read.languages).toStrictEqual(["en"]);
    expect(read.attributes).toStrictEqual({ a: { b: [{ c: 1 }] } });
    const all: object[] = [read];
    for (const value of all) {
      expect(Object.isFrozen(value)).toBe(true);
      all.push(...Object.values(value).filter((part) => typeof part === "object" && part !== null));
    }
    expect(all).toHaveLength(7);
  });
});

describe("readRep", () => {
  it.each<[string, object, readonly string[]]>([
    ["a weight as text", { weight: "2" }, [`rep.weight: ${AMOUNT}`]],
    ["a weight below 0", { weight: -1 }, [`rep.weight: ${AMOUNT}`]],
    ["a weight above the highest", { weight: 10_001 }, ["rep.weight: must be at most 10000"]],
    ["a weight finer than thousandths", { weight: 0.0005 }, ["rep.weight: must be in whole thousandths"]],
    ["a flag as text", { active: "yes" }, ["rep.active: must be true or false"]],
    [
      "a presence that is none",
      { presence: "lunch" },
      ['rep.presence: must be one of "online", "away", "offline"'],
    ],
    [
      "time off that ends before it begins",
      {
        timeOff: [
          { fromMs: 5, toMs: 5 },
          { fromMs: 9, toMs: 8 },
        ],
      },
      ["rep.timeOff.1.toMs: must not be before fromMs"],
    ],
    [
      "time off with faults of its own",
      { timeOff: [{ fromMs: "x", until: 8 }, null] },
      [
        `rep.timeOff.0.fromMs: ${MOMENT}, and is text: "x"`,
        "rep.timeOff.0.toMs: is missing",
        "rep.timeOff.0.until: is not a known field",
        "rep.timeOff.1: must be an object",
      ],
    ],
    [
      "time off in seconds",
      { timeOff: [{ fromMs: 1.7e9, toMs: 1.8e12 }] },
      [expect.stringMatching(/^rep\.timeOff\.0\.fromMs: looks like seconds/) as unknown as string],
    ],
    [
      "a schedule with slips of the pen",
      {
        schedule: {
          timezone: "UTC",
          hours: [{ days: [1, 8, 1.5], from: "9:00", to: "5pm" }, { from: "09:00" }],
          dates: [{ date: "2026-02-30", lastDate: "24.12.2026", off: [{ from: "24:00", to: "24:00" }] }],
        },
      },
      [
        "rep.schedule.hours.0.days.1: must be a whole number from 1 (Monday) to 7 (Sunday)",
        "rep.schedule.hours.0.days.2: must be a whole number from 1 (Monday) to 7 (Sunday)",
        'rep.schedule.hours.0.from: must be a time from "00:00" to "23:59", and is text: "9:00"',
        'rep.schedule.hours.0.to: must be a time from "00:00" to "24:00", and is text: "5pm"',
        "rep.schedule.hours.1.days: is missing",
        "rep.schedule.hours.1.to: is missing",
        'rep.schedule.dates.0.date: must be a date, such as "2026-12-24", and is text: "2026-02-30"',
        'rep.schedule.dates.0.lastDate: must be a date, such as "2026-12-24", and is text: "24.12.2026"',
        'rep.schedule.dates.0.off.0.from: must be a time from "00:00" to "23:59", and is text: "24:00"',
        'rep.schedule.timezone: is not a known field: did you mean "timeZone"?',
      ],
    ],
    [
      "a schedule whose parts do not fit together",
      {
        schedule: {
          timeZone: "Mars/Phobos",
          hours: [
            { days: [1, 1], from: "09:00", to: "17:00" },
            { days: [7], from: "22:00", to: "10:00" },
          ],
        },
      },
      [
        'rep.schedule.timeZone: is not a time zone that this runtime knows: "Mars/Phobos"',
        "rep.schedule.hours.0.days.1: must not be named twice: 1",
      ],
    ],
    [
      "hours that overlap over the end of the week",
      {
        schedule: {
          timeZone: "UTC",
          hours: [
            { days: [1], from: "09:00", to: "17:00" },
            { days: [7], from: "22:00", to: "10:00" },
          ],
        },
      },
      ["rep.schedule.hours.1: must not overlap hours[0]"],
    ],
    [
      "a schedule without a zone",
      { schedule: { hours: [] } },
      ["rep.schedule.timeZone: is missing: give a time zone, or a schedule of the roster that it is like"],
    ],
    ["a hole in a list", { regions: ["US", undefined] }, ["rep.regions.1: is missing"]],
    ["a blank region", { regions: ["US", ""] }, ["rep.regions.1: must not be blank"]],
  ])("refuses %s", (_, fields, lines) => {
    expect(faultsOfRep(fields)).toStrictEqual(lines);
  });
});

describe("readRoster", () => {
  it("names every rep that stands twice, beside every other fault", () => {
    const roster = { reps: [{ id: "ann" }, { id: "bob", weight: -1 }, { id: "ann" }, {}, {}, { id: "bob" }] };
    expect(linesOf(readRoster(roster))).toStrictEqual([
      `roster.reps.1.weight: ${AMOUNT}`,
      "roster.reps.3.id: is missing",
      "roster.reps.4.id: is missing",
      'roster.reps.2.id: must not stand twice in a roster: "ann"',
      'roster.reps.5.id: must not stand twice in a roster: "bob"',
    ]);
  });

  it("asks of the weights together what the core asks", () => {
    const reps = Array.from({ length: 9000 }, (_, i) => ({ id: `r${i}`, weight: i === 0 ? 0.001 : 10_000 }));
    expect(linesOf(readRoster({ reps }))).toStrictEqual([
      "roster.reps: weights must not add up to more than 80313433200 times their greatest common divisor",
    ]);
  });

  it("names every like that nobody answers to, beside every other fault", () => {
    const schedules = { north: { timeZone: "UTC", hours: [] }, south: { like: "north" } };
    const reps = [
      { id: "ann", schedule: { like: "north" } },
      { id: "bob", schedule: { like: "toString" }, weight: -1 },
    ];
    expect(linesOf(readRoster({ reps, schedules }))).toStrictEqual([
      `roster.reps.1.weight: ${AMOUNT}`,
      "roster.schedules.south.like: must not stand in a schedule that others are like",
      'roster.reps.1.schedule.like: names no schedule of the roster: "toString"',
    ]);
    expect(
      linesOf(readRoster({ reps: reps.slice(0, 1), schedules: { north: schedules.north } })),
    ).toStrictEqual([]);
    expect(linesOf(readRep(reps[1]))).toStrictEqual([`rep.weight: ${AMOUNT}`]);
  });

  it("takes an empty roster, and refuses one without reps", () => {
    expect(linesOf(readRoster({ reps: [] }))).toStrictEqual([]);
    expect(linesOf(readRoster({}))).toStrictEqual(["roster.reps: is missing"]);
    expect(linesOf(readRoster([]))).toStrictEqual(["roster: must be an object, not a list"]);
  });
});

describe("readEvent", () => {
  it.each<[string, unknown, readonly string[]]>([
    ["no type", { id: "e1" }, ["event.type: is missing"]],
    [
      "a type that is none",
      { id: "e1", atMs: 5, type: "constructor" },
      [
        'event.type: must be one of "accepted", "declined", "claimed", "expired", "woken", "updated", "returned", "worked", "reassigned", "opened", "released", "closed", "merged"',
      ],
    ],
    [
      "a field of another type",
      { id: "e1", atMs: 5, type: "woken", repId: "ann" },
      ["event.repId: is not a known field"],
    ],
    [
      "seconds",
      { id: "e1", atMs: 1_767_600_000, type: "woken" },
      [expect.stringMatching(/^event\.atMs: looks like seconds/) as unknown as string],
    ],
    ["what is no event", "closed", ["event: must be an object, not text: was it parsed?"]],
  ])("refuses %s", (_, value, lines) => {
    expect(linesOf(readEvent(value))).toStrictEqual(lines);
  });
});

describe("readDecision", () => {
  it.each(decisions.map((decision) => [decision.status, decision] as const))(
    "brings back what is %s",
    (_, decision) => {
      expect(unwrap(readDecision(JSON.parse(JSON.stringify(decision))))).toStrictEqual(decision);
    },
  );

  it("brings back decisions with moments and ids that no lead may have", () => {
    const desk = compose({ ledger: "desk", filters: [], selector: rotation() });
    const id = "x".repeat(5000);
    const given = unwrap(
      desk({ id, receivedAtMs: 1_767_600_000 }, { reps: [{ id }] }, emptyState({ seed: "s" })),
    );
    expect(linesOf(readDecision(given.decision))).toStrictEqual([]);
    expect(linesOf(readState(given.state))).toStrictEqual([]);
  });

  it("refuses a lead that waits for nobody", () => {
    const [, offered, pooled] = decisions;
    expect(linesOf(readDecision({ ...offered, offers: [] }))).toStrictEqual([
      "decision.offers: must not be empty",
    ]);
    expect(linesOf(readDecision({ ...pooled, mayClaim: [] }))).toStrictEqual([
      "decision.mayClaim: must not be empty",
    ]);
  });
});

describe("readState", () => {
  const empty = emptyState({ seed: "s" });

  it.each<[string, object, readonly string[]]>([
    ["another format", { format: 2 }, ["state.format: must be 1: no other format is known"]],
    [
      "ids out of order",
      {
        ids: ["b", "a"],
        openLeads: [0, 0],
        openOffers: [0, 0],
        openEffort: [0, 0],
        offeredEffort: [0, 0],
      },
      ["state.ids.1: must come after the one before, by code units"],
    ],
    [
      "columns that are too long",
      { openLeads: [1] },
      ["state.openLeads: must have 0 entries, one for each id"],
    ],
    [
      "credits that do not add up to zero",
      { ledgers: [{ name: "desk", credits: [], outside: 5, columns: [], totals: [] }] },
      ["state.ledgers.0.credits: must add up to zero with outside"],
    ],
    [
      "faults of fields, and only those",
      { version: -0, ids: ["b", "a", 1], ledger: [] },
      [
        "state.version: must be a whole number, not negative",
        "state.ids.2: must be text, and is a number: 1",
        'state.ledger: is not a known field: did you mean "ledgers"?',
      ],
    ],
  ])("refuses %s", (_, fields, lines) => {
    expect(linesOf(readState({ ...empty, ...fields }))).toStrictEqual(lines);
  });
});
