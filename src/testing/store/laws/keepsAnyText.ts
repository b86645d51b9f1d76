import type { Lead } from "../../../model/lead.js";
import { insist } from "../../laws/law.js";
import { hostOf } from "../host.js";
import { sameJson } from "../sameJson.js";
import { storeLaw } from "../storeLaw.js";
import { desk, firstState, team } from "../workload.js";

const lead: Lead = {
  id: "lead-0",
  receivedAtMs: 0,
  source: "a\0b",
  attributes: { "\0": "\0", broken: "\ud800", "\udc00": ["\ud83d"] },
};

/** Text of a lead that is no id may hold what many databases refuse: U+0000 and half a surrogate pair. */
export const keepsAnyText = storeLaw(
  "keepsAnyText",
  "A lead whose text or attributes hold U+0000 or a lone surrogate is kept as it is: a form can send both.",
  async (open) => {
    const store = await open(firstState());
    await hostOf(store, desk, team).intake(lead);
    const { leads } = await store.everything();
    insist(leads.length === 1 && sameJson(leads[0]?.lead, lead), "the text came back as something else");
  },
);
