import { describe, expect, it } from "vitest";
import type { OpenStore } from "../../src/testing/index.js";
import { storeContract } from "../../src/testing/index.js";
import { type Faults, memoryStore } from "../support/memoryStore.js";

/** How a store breaks a law; nothing when it keeps it. */
const breach = async (name: string, open: OpenStore): Promise<string | undefined> =>
  storeContract
    .find((law) => law.name === name)
    ?.check(open)
    .then(
      () => undefined,
      ({ message }: Error) => message,
    );

const U0000 = "\\u0000";

const faulty: readonly (readonly [string, Faults, readonly string[], RegExp])[] = [
  [
    "that compares nothing",
    { isCurrent: () => true },
    ["losesNoUpdate", "decidesOnce", "hasOneOwner", "keepsDecisionsAlone"],
    /two transactions were kept that read the same version of the state/,
  ],
  [
    "that compares the state's version alone",
    { isCurrent: (sameVersion) => sameVersion },
    ["keepsDecisionsAlone"],
    /decisions were kept of 3 leads that nobody can have/,
  ],
  [
    "that compares the decision's revision alone",
    { isCurrent: (_, sameRevision) => sameRevision },
    ["losesNoUpdate", "decidesOnce"],
    /two transactions were kept that read the same version of the state/,
  ],
  [
    "that keeps state and decision in two transactions",
    { inTwoTransactions: true },
    ["readsOneMoment"],
    /open leads of "\w+" are not what the leads say|was read beside decisions|the state does not know/,
  ],
  [
    "that reads state and lead in two transactions",
    { readsInTwo: true },
    ["readsOneMoment"],
    /open leads of "\w+" are not what the leads say|was read beside decisions|the state does not know/,
  ],
  [
    "that drops effects",
    { effectsOf: () => [] },
    ["keepsEffectsOnce"],
    /a decision was there without its effect: \{"id":/,
  ],
  [
    "that drops all effects of a write but the first",
    { effectsOf: ({ effects }) => effects.slice(0, 1) },
    ["keepsEffectsOnce"],
    /a decision was there without its effect|an effect was not kept/,
  ],
  [
    "that puts effects out before it knows of a conflict",
    { effectsFirst: true },
    ["keepsEffectsOnce"],
    /an effect is there whose write was not kept/,
  ],
  [
    "that keeps an effect as often as it comes",
    { keyOf: (_, count) => String(count) },
    ["keepsEffectsOnce"],
    /an effect is there twice/,
  ],
  [
    "whose keys know no case",
    { leadKeyOf: (leadId) => leadId.toLowerCase() },
    ["givesBackWhatItKeeps"],
    /lead "." was kept and|lead "." came back|must be the lead|leads are there|lead "A"|options\.earlier/,
  ],
  ["whose keys are short", { leadKeyOf: (leadId) => leadId.slice(0, 255) }, ["givesBackWhatItKeeps"], /./],
  [
    "whose keys are composed letters",
    { leadKeyOf: (leadId) => leadId.normalize() },
    ["givesBackWhatItKeeps"],
    /./,
  ],
  ["whose keys are trimmed", { leadKeyOf: (leadId) => leadId.trimEnd() }, ["givesBackWhatItKeeps"], /./],
  [
    "that rounds",
    { text: (json) => json.replaceAll("0.30000000000000004", "0.3") },
    ["givesBackWhatItKeeps"],
    /lead "" came back as something else|is not the one that was kept last/,
  ],
  [
    "that cannot hold U+0000",
    { text: (json) => json.replaceAll(U0000, "") },
    ["keepsAnyText"],
    /the text came back as something else/,
  ],
  ["that swallows what a change throws", { swallows: true }, ["throwsOn"], /nothing was thrown instead/],
  [
    "that keeps something of a change that gave nothing",
    { keepsReadsThatGaveNothing: true },
    ["keepsNothingUnasked"],
    /something was kept/,
  ],
  [
    "that begins with a state of its own",
    { ignoresFirst: true },
    ["startsWithWhatItIsGiven"],
    /the state is not the one that the store was opened with/,
  ],
];

describe("the contract of a store", () => {
  it.each(storeContract)("is kept in memory: $name", async (law) => {
    await expect(law.check(memoryStore())).resolves.toBeUndefined();
  });

  it("has conflicts in it, so that a store has something to do", async () => {
    let conflicts = 0;
    const isCurrent = (sameVersion: boolean, sameRevision: boolean): boolean => {
      if (!(sameVersion && sameRevision)) conflicts += 1;
      return sameVersion && sameRevision;
    };
    for (const { check } of storeContract) await check(memoryStore({ isCurrent }));
    expect(conflicts).toBeGreaterThan(100);
  });

  it.each(faulty)("is broken by a store %s", async (_, faults, names, how) => {
    for (const [i, name] of names.entries())
      expect(await breach(name, memoryStore(faults))).toMatch(i === 0 ? how : `breaks the law "${name}"`);
  });

  it.each(storeContract)(
    "says by name what is broken, and how: $name",
    async ({ name, statement, check }) => {
      const refusing: OpenStore = () => Promise.reject(new Error("there is no store"));
      await expect(check(refusing)).rejects.toThrow(
        `The store breaks the law "${name}": there is no store.\n${statement}`,
      );
    },
  );
});
