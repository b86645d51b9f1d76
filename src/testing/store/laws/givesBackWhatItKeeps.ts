import { quoted } from "../../../internal/quoted.js";
import type { Json } from "../../../model/json.js";
import type { Lead } from "../../../model/lead.js";
import type { StoredLead } from "../../../model/log.js";
import type { Roster } from "../../../model/roster.js";
import { insist } from "../../laws/law.js";
import { hostOf } from "../host.js";
import { insistOneLine } from "../oneLine.js";
import { sameJson } from "../sameJson.js";
import { storeLaw } from "../storeLaw.js";
import { together } from "../together.js";
import { desk, firstState } from "../workload.js";

/** Letters without a pattern, so that no compression makes the text short. */
const long = (length: number, last: string): string => {
  let seed = 1;
  const letters = Array.from({ length: length - 1 }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return String.fromCharCode(97 + ((seed >>> 16) % 26));
  });
  return [...letters, last].join("");
};

/** Ids that a store may take for another one, for none, or for too much. */
const IDS = [
  "",
  " ",
  "  ",
  "0",
  "00",
  "null",
  "__proto__",
  "constructor",
  "a",
  "A",
  "a ",
  "\u00e9",
  "e\u0301",
  "ss",
  "\u00df",
  "\uffff",
  "\u{1f600}",
  "\u0001\u007f\n\t",
  "%",
  "_",
  "a#b/c:d|e",
  `'";\\--$1?`,
  long(2000, "a"),
  long(2000, "b"),
] as const;

const NUMBERS = [
  0,
  -1,
  0.1,
  0.30000000000000004,
  1e-7,
  1e21,
  5e-324,
  Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER,
];

const ATTRIBUTES: Readonly<Record<string, Json>> = {
  numbers: NUMBERS,
  constructor: { "": null, "a.b": [[], {}, [null, false, ""]], $set: { $ref: "x" } },
  text: 'Zoë said "\\u00e9" isn\'t \u{1f600}\u2028',
  "0": long(5000, "c"),
};

const roster: Roster = { reps: IDS.map((id) => ({ id })) };

const leadOf = (id: string): Lead => ({
  id,
  receivedAtMs: 1_767_600_000_000,
  score: 0.1,
  value: 1234.56,
  needs: JSON.parse('{ "__proto__": 2 }'),
  attributes: { ...ATTRIBUTES, id },
});

const isSame = (one: StoredLead | undefined, { lead, decision }: StoredLead): boolean =>
  one !== undefined && sameJson([one.lead, one.decision], [lead, decision]);

/** What was kept comes back equal, whatever the ids, the numbers and the attributes. */
export const givesBackWhatItKeeps = storeLaw(
  "givesBackWhatItKeeps",
  "What was kept comes back equal, keys reordered or not, under odd ids, with any number and any attributes; another id is another lead.",
  async (open) => {
    const first = firstState();
    const store = await open(first);
    const host = hostOf(store, desk, roster);
    await together(IDS.map((id) => host.intake(leadOf(id))));
    await together(
      IDS.map((id, i) =>
        host.handle(id, {
          id,
          atMs: i,
          type: "closed",
          result: "won",
          value: NUMBERS[i % NUMBERS.length] ?? 0,
        }),
      ),
    );

    const kept = await store.everything();
    insistOneLine(first, host.writes, kept);
    for (const id of IDS) {
      const name = quoted(id);
      const last = host.writes.find(({ decision }) => decision.leadId === id && decision.revision === 1);
      insist(last !== undefined, `lead ${name} was not kept twice`);
      if (last === undefined) continue;
      const found = kept.leads.find(({ lead }) => lead.id === id);
      insist(isSame(found, last), `lead ${name} came back as something else`);
      await store.transact(id, ({ state, stored }) => {
        insist(isSame(stored, last), `lead ${name} was read as something else`);
        insist(sameJson(state, kept.state), "two reads of one state differ");
        return undefined;
      });
    }
  },
);
