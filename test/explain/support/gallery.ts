import {
  available,
  branch,
  capacity,
  compose,
  emptyState,
  exclude,
  expertise,
  explain,
  explanationText,
  firstOf,
  type Lead,
  language,
  owner,
  prefer,
  type Rep,
  region,
  rotation,
  type State,
  type Strategy,
  unwrap,
  weighted,
} from "../../../src/index.js";

/** Something that happens at a desk, and how its explanation reads. */
export interface Exhibit {
  readonly title: string;
  readonly text: string;
}

const ann: Rep = { id: "ann", regions: ["EMEA/Nordics"], languages: ["sv", "en"], skills: { crm: 3 } };
const bob: Rep = { id: "bob", regions: ["EMEA"], languages: ["de", "en"], skills: { crm: 5, sql: 2 } };
const cyd: Rep = { id: "cyd", regions: ["US"], languages: ["en"], skills: { crm: 4 }, weight: 2 };
const dan: Rep = { id: "dan", languages: ["en", "fr"], skills: { crm: 2 }, presence: "away" };

const fresh = emptyState({ seed: "gallery" });

const tell = (
  title: string,
  strategy: Strategy,
  lead: Partial<Lead>,
  reps: readonly Rep[],
  state: State = fresh,
): Exhibit => {
  const whole: Lead = { id: "lead-1", receivedAtMs: 1_767_600_000_000, ...lead };
  return { title, text: explanationText(unwrap(explain(strategy, whole, { reps }, state))) };
};

/** The state after some leads that everybody may have. */
const after = (strategy: Strategy, reps: readonly Rep[], leads: number): State => {
  let state = fresh;
  for (let i = 0; i < leads; i += 1)
    state = unwrap(strategy({ id: `before-${i}`, receivedAtMs: 0 }, { reps }, state)).state;
  return state;
};

const desk = compose({
  ledger: "desk",
  filters: [region(), language(), expertise(), available(), capacity()],
  selector: rotation(),
});
const even = compose({ ledger: "desk", filters: [available()], selector: rotation() });
const byWeight = compose({ ledger: "desk", filters: [], selector: weighted() });
const all = [ann, bob, cyd, dan];

const spilling = firstOf([
  {
    name: "nordics",
    strategy: compose({
      ledger: "nordics",
      filters: [region({ whenUnknown: "exclude" }), capacity()],
      selector: rotation(),
    }),
  },
  { name: "anybody", strategy: compose({ ledger: "anybody", filters: [capacity()], selector: rotation() }) },
]);

const hotFirst = branch({
  cases: [{ name: "hot", version: 1, when: ({ lead }) => lead.temperature === "hot", strategy: desk }],
  otherwise: { name: "rest", strategy: even },
});

/** Ten explanations, of all kinds. */
export const gallery = (): readonly Exhibit[] => [
  tell(
    "A lead that only one of four may have",
    desk,
    { region: "EMEA/Nordics/SE", languages: ["sv"], needs: { crm: 3 } },
    all,
  ),
  tell("A tie on the first day", even, {}, [ann, bob, cyd]),
  tell("Whoever is owed most", even, {}, [ann, bob, cyd], after(even, [ann, bob, cyd], 4)),
  tell("Twice the weight", byWeight, {}, [ann, bob, cyd], after(byWeight, [ann, bob, cyd], 1)),
  tell(
    "The second language only if nobody speaks the first",
    compose({ ledger: "desk", filters: [language()], selector: rotation() }),
    { languages: ["sv", "en"] },
    all,
  ),
  tell("Full, away, or not skilled enough", desk, { needs: { crm: 4, sql: 1 } }, [
    { ...ann, presence: "offline" },
    { ...bob, capacity: 3, openLeads: 3 },
    cyd,
  ]),
  tell(
    "The account's owner",
    compose({ ledger: "desk", filters: [owner()], selector: rotation() }),
    { ownerId: "bob", account: "acme" },
    all,
  ),
  tell(
    "A conflict of interest, and a preference",
    compose({ ledger: "desk", filters: [exclude(), prefer(region())], selector: rotation() }),
    { region: "US-CA", account: "acme" },
    [ann, { ...bob, excludedAccounts: ["acme"] }, cyd],
  ),
  tell("A full team spills over", spilling, { region: "EMEA/Nordics/FI" }, [
    { ...ann, capacity: 2, openLeads: 2 },
    cyd,
  ]),
  tell("Nobody at all", hotFirst, { temperature: "hot", region: "APAC/JP", languages: ["ja"] }, [
    ann,
    bob,
    cyd,
  ]),
];

/** The page of the guide. */
export const galleryPage = (): string =>
  [
    "# Ten explanations",
    "This page is generated: [a test](../../test/explain/gallery.test.ts) makes each text anew and compares. [Explaining a decision](explaining.md) says how to ask for them.",
    ...gallery().map(({ title, text }, i) => `## ${i + 1}. ${title}\n\n\`\`\`text\n${text}\n\`\`\``),
  ]
    .join("\n\n")
    .concat("\n");
