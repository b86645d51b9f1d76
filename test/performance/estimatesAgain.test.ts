import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate, Performance, TrackRecord } from "../../src/index.js";
import { estimatesOf } from "../../src/performance/estimates.js";
import { fromRoster } from "../../src/performance/fromRoster.js";
import { raterOf } from "../../src/performance/rating.js";

/** One lead that somebody had. */
interface Had {
  readonly rep: number;
  readonly segment: "smb" | "other";
  readonly won: 0 | 1;
  /** What it brought, where that was written down. */
  readonly value?: number;
  /** How long it waited for first contact, where there was one. */
  readonly waitedMs?: number;
}

/** Everybody's first team, by place, and all leads. */
interface Office {
  readonly teams: readonly (string | undefined)[];
  readonly leads: readonly Had[];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const meanOf = (values: readonly number[]): number => sum(values) / values.length;

/** The parts of a list that say the same. */
const parted = <A>(list: readonly A[], by: (one: A) => unknown): readonly (readonly A[])[] => {
  const parts = new Map<unknown, A[]>();
  for (const one of list) parts.set(by(one), [...(parts.get(by(one)) ?? []), one]);
  return [...parts.values()];
};

/** Leads that are judged together, each by how far it lies from what was expected of it. */
interface Judged {
  /** What any two different leads of one owner have in common, over all such pairs, by the size of the owner. */
  readonly shared: number;
  /** The same if leads of one owner were all alike. */
  readonly most: number;
}

/** The strength: 1 / r - 1 for the correlation r of two leads of one owner. */
const strengthIn = (all: readonly Judged[], reached: Set<string>): number => {
  const [shared, most] = [sum(all.map((each) => each.shared)), sum(all.map((each) => each.most))];
  if (!(shared > 0 && most > 0)) {
    reached.add("nothing shows that they differ");
    return 10_000;
  }
  const strength = most / shared - 1;
  reached.add(strength < 1 ? "as far apart as may be" : "somewhat apart");
  return Math.min(10_000, Math.max(1, strength));
};

/** An analysis of variance of single leads: between owners, against what chance alone lays between them. */
const variance = (leads: readonly Had[], ownerOf: (lead: Had) => unknown): Judged => {
  const owners = parted(leads, ownerOf);
  const mean = meanOf(leads.map(({ won }) => won));
  const single = meanOf(leads.map(({ won }) => (won - mean) ** 2));
  if (owners.length < 2 || !(single > 0)) return { shared: 0, most: 0 };
  // Each lead stands for its owner's mean.
  const between = sum(
    owners.flatMap((own) => own.map(() => (meanOf(own.map(({ won }) => won)) - mean) ** 2)),
  );
  const sizes = owners.flatMap((own) => own.map(() => own.length));
  const freedom = owners.length - 1;
  return {
    shared: between - freedom * single,
    most: single * (leads.length - meanOf(sizes) - freedom),
  };
};

/** The same against an expectation of each owner's own: products over all pairs of its leads. */
const pairs = (own: readonly Had[], expected: number): Judged => {
  const off = own.map(({ won }) => won - expected);
  const noise = expected * (1 - expected);
  let products = 0;
  for (const [i, one] of off.entries()) for (const other of off.slice(i + 1)) products += 2 * one * other;
  const squares = sum(off.map((one) => one * one));
  return own.length === 0
    ? { shared: 0, most: 0 }
    : { shared: (products + squares) / own.length - noise, most: noise * (own.length - 1) };
};

/** An urn that holds so many leads of a kind to begin with, and to which what is seen is added, lead by lead. */
const urn = (usual: number, strength: number, seen: readonly number[]): number => {
  let [rate, size] = [usual, strength];
  for (const one of seen) {
    size += 1;
    rate += (one - rate) / size;
  }
  return rate;
};

const wonIn = (leads: readonly Had[]): readonly number[] => leads.map(({ won }) => won);

/** What is to be expected of each rep, reckoned lead by lead. */
const again = ({ teams, leads }: Office, least: number | undefined, reached: Set<string>) => {
  const teamOf = ({ rep }: Had) => teams[rep];
  const whole = leads.length === 0 ? 0.5 : meanOf(wonIn(leads));
  const strengthOfTeams = leads.length === 0 ? 10_000 : strengthIn([variance(leads, teamOf)], reached);
  const strengthOfReps = strengthIn(
    parted(leads, teamOf).map((of) => variance(of, ({ rep }) => rep)),
    reached,
  );
  const ofRep = (place: number, among = leads) => among.filter(({ rep }) => rep === place);
  const inWhole = teams.map((team, place) => {
    const usual = urn(whole, strengthOfTeams, wonIn(leads.filter((lead) => teamOf(lead) === team)));
    const rate = urn(usual, strengthOfReps, wonIn(ofRep(place)));
    return { rate, usual, factor: 1, weight: strengthOfReps + ofRep(place).length, seen: ofRep(place) };
  });
  if (least === undefined) return inWhole;
  // Won leads of the segment over those that were to be expected of whoever had them; ten more that were as usual.
  const smb = leads.filter(({ segment }) => segment === "smb");
  const expected = 10 * whole + sum(smb.map(({ rep }) => inWhole[rep]?.rate ?? 0));
  const factor = expected > 0 ? (10 * whole + sum(wonIn(smb))) / expected : 1;
  const moved = inWhole.map((each) => ({
    ...each,
    rate: Math.min(1, each.rate * factor),
    usual: Math.min(1, each.usual * factor),
    factor,
  }));
  if (factor > 1) reached.add("an easy segment");
  if (factor < 1) reached.add("a hard segment");
  const strength = strengthIn(
    moved.map(({ rate }, place) => pairs(ofRep(place, smb), rate)),
    reached,
  );
  return moved.map((each, place) => {
    const own = ofRep(place, smb);
    reached.add(own.length < least ? "too few in the segment" : "enough in the segment");
    if (own.length < least) return each;
    const rate = urn(each.rate, strength, wonIn(own));
    return { rate, usual: each.rate, factor: 1, weight: strength + own.length, seen: own };
  });
};

/** A mean, drawn to that of all as by five more. */
const drawn = (own: readonly number[], all: readonly number[]): number =>
  urn(all.length === 0 ? 0 : meanOf(all), 5, own);

/** What is counted of leads, as a CRM has it: nothing is said of what was never written down. */
const counted = (leads: readonly Had[]): TrackRecord => {
  const values = leads.flatMap(({ value }) => value ?? []);
  const waits = leads.flatMap(({ waitedMs }) => waitedMs ?? []);
  return {
    leads: leads.length,
    won: sum(wonIn(leads)),
    ...(values.length > 0 ? { value: sum(values) } : {}),
    ...(waits.length > 0 ? { responseMs: meanOf(waits) } : {}),
    ...(waits.length > 0 && waits.length < leads.length ? { contacts: waits.length } : {}),
  };
};

const repsOf = ({ teams, leads }: Office): readonly Candidate[] =>
  teams.map((team, place) => {
    const own = leads.filter(({ rep }) => rep === place);
    const smb = own.filter(({ segment }) => segment === "smb");
    const performance: Performance = { ...counted(own), bySegment: { smb: counted(smb) } };
    const id = `rep ${place}`;
    return {
      id,
      rep: {
        id,
        ...(own.length > 0 ? { performance } : {}),
        ...(team === undefined ? {} : { teams: [team, "z"] }),
      },
      weight: 1,
      place,
    };
  });

const expectNear = (found: number | undefined, wanted: number): void =>
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(wanted)));

const aLead = fc.record({
  rep: fc.nat(5),
  segment: fc.constantFrom("smb" as const, "other" as const),
  luck: fc.nat(99),
  value: fc.option(fc.nat(9_000), { nil: undefined }),
  waitedMs: fc.option(fc.nat(60_000), { nil: undefined }),
});

const anOffice: fc.Arbitrary<Office> = fc
  .record({
    teams: fc.array(fc.constantFrom(undefined, "east", "west"), { maxLength: 6 }),
    // How many of a hundred each wins, and how many more where the segment is smb.
    rates: fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }),
    more: fc.constantFrom(-60, 0, 0, 60),
    leads: fc.array(aLead, { maxLength: 90, size: "max" }),
  })
  .map(({ teams, rates, more, leads }) => ({
    teams,
    leads: (teams.length === 0 ? [] : leads).map(({ rep, luck, value, waitedMs, segment }): Had => {
      const place = rep % teams.length;
      const won = luck < (rates[place] ?? 0) + (segment === "smb" ? more : 0) ? 1 : 0;
      return {
        rep: place,
        segment,
        won,
        ...(won === 1 && value !== undefined ? { value } : {}),
        ...(waitedMs === undefined ? {} : { waitedMs }),
      };
    }),
  }));

const BRANCHES = [
  "nothing shows that they differ",
  "somewhat apart",
  "as far apart as may be",
  "an easy segment",
  "a hard segment",
  "too few in the segment",
  "enough in the segment",
  "somebody without a team",
  "nobody",
];

describe("what is to be expected of reps, reckoned again lead by lead", () => {
  it("is the same, over all teams, segments and strengths, and so are value and response", () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(anOffice, fc.constantFrom(undefined, 0, 1, 6), (office, least) => {
        const reps = repsOf(office);
        if (reps.length === 0) reached.add("nobody");
        if (office.teams.includes(undefined)) reached.add("somebody without a team");
        const notes = () => ({ ofRep: () => [], ofAll: () => [] });
        const question = { lead: { id: "l", receivedAtMs: 0, segment: "smb" }, reps, notes, nowMs: 0 };
        const estimateOf = estimatesOf(question, fromRoster(), least);
        const wanted = again(office, least, reached);
        const given = least === undefined ? {} : { leastLeadsInSegment: least };
        const worthOf = raterOf("again", { by: "valuePerLead", ...given }).ratingsFor(question);
        const waitOf = raterOf("again", { by: "response", ...given }).ratingsFor(question);
        const brought = (of: readonly Had[]) =>
          of.flatMap(({ won, value = 0 }) => (won === 1 ? [value] : []));
        const waited = (of: readonly Had[]) => of.flatMap(({ waitedMs }) => waitedMs ?? []);
        const everySeen = wanted.flatMap(({ seen }) => seen);
        for (const [place, rep] of reps.entries()) {
          const { seen, ...figures } = wanted[place] as (typeof wanted)[number];
          const found = estimateOf(rep);
          for (const [name, figure] of Object.entries(figures)) expectNear(found[name as "rate"], figure);
          expect(found.seen).toMatchObject({ leads: seen.length, won: sum(wonIn(seen)) });
          expectNear(worthOf(rep).score, figures.rate * drawn(brought(seen), brought(everySeen)));
          expectNear(waitOf(rep).score, 0 - drawn(waited(seen), waited(everySeen)));
        }
      }),
      { numRuns: 400 },
    );
    expect([...reached].sort()).toStrictEqual([...BRANCHES].sort());
  });
});
