import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { decisionShape } from "../../src/check/decision.js";
import { eventShape } from "../../src/check/event.js";
import { leadShape } from "../../src/check/lead.js";
import { repShape } from "../../src/check/rep.js";
import { faultsOf, type Shape } from "../../src/check/shape.js";
import { type Problem, type Problems, readState as readInCore } from "../../src/index.js";
import type { Roster } from "../../src/model/roster.js";
import { prepareRoster } from "../../src/roster/prepareRoster.js";
import * as schema from "../../src/schema/index.js";
import { nouns, readers, slipped } from "./support.js";

const accepts =
  (shape: Shape) =>
  (value: unknown): boolean =>
    faultsOf("noun", shape, value).length === 0;

interface Side {
  readonly zod: z.ZodType;
  readonly core: (value: unknown) => boolean;
}

const sides: Readonly<Record<keyof typeof nouns, Side>> = {
  lead: { zod: schema.leadSchema, core: accepts(leadShape) },
  rep: { zod: schema.repSchema, core: accepts(repShape) },
  roster: {
    zod: schema.rosterSchema,
    core: (value) => prepareRoster(value as Roster)._tag === "Right",
  },
  state: { zod: schema.stateSchema, core: (value) => readInCore(value)._tag === "Right" },
  decision: { zod: schema.decisionSchema, core: accepts(decisionShape) },
  event: { zod: schema.eventSchema, core: accepts(eventShape) },
};

/** Where something is wrong, unknown fields one by one. */
const placesOf = ({ issues }: z.ZodError): readonly string[] =>
  issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => [...issue.path, key].join("."))
      : [issue.path.join(".")],
  );

/** Free data is one whole to zod; the reader names the place within. */
const upToFreeData = (path: Problem["path"]): Problem["path"] => {
  const at = path.indexOf("attributes");
  return at < 0 ? path : path.slice(0, at + 2);
};

/** Doubles, and names of schedules that nobody has. */
const OF_THE_WHOLE = /^(must not stand twice in a roster|names no schedule of the roster)/;

/** Without what is wrong with a roster as a whole where it is at fault elsewhere too: zod looks for that last. */
const placesBelow = (problems: Problems): readonly string[] => {
  const others = problems.filter(({ message }) => !OF_THE_WHOLE.test(message));
  return (others.length === 0 ? problems : others).map(({ path }) => upToFreeData(path.slice(1)).join("."));
};

const holdsUndefined = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === "object" && value !== null && Object.values(value).some(holdsUndefined));

describe.each(Object.entries(sides))("reading a %s", (name, { zod, core }) => {
  const noun = name as keyof typeof nouns;
  const read = readers[noun];
  const values = slipped<unknown>(nouns[noun]);

  it("lets nothing through that the core refuses", () => {
    let passed = 0;
    fc.assert(
      fc.property(values, (value) => {
        const result = read(value);
        if (result._tag === "Left") return;
        passed += 1;
        expect(core(value)).toBe(true);
        expect(core(result.right)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(passed).toBeGreaterThan(50);
  });

  it("finds fault in the same places as the schema does", () => {
    let found = 0;
    fc.assert(
      fc.property(
        values.filter((value) => !holdsUndefined(value)),
        (value) => {
          const ours = read(value);
          const theirs = zod.safeParse(value);
          if (ours._tag === "Right") {
            expect(theirs.success).toBe(true);
            expect(theirs.data).toEqual(ours.right);
            return;
          }
          found += 1;
          expect(theirs.success).toBe(false);
          const places = theirs.success ? [] : placesOf(theirs.error);
          expect(new Set(placesBelow(ours.left))).toStrictEqual(new Set(places));
        },
      ),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it("gives back what came in", () => {
    fc.assert(
      fc.property(nouns[noun] as fc.Arbitrary<unknown>, (value) => {
        const result = read(value);
        if (result._tag === "Right") expect(result.right).toEqual(value);
        else
          for (const { message } of result.left)
            expect(message).toMatch(/^must (not be (blank|before fromMs)$|be a BCP 47 language tag)/);
      }),
    );
  });
});
