import { type Alternative, compose, emptyState, expertise, language, rotation } from "../../../src/index.js";

/** Two desks, a lead that nobody is expert enough for, and three people of whom one speaks other languages. */
export const experts: Alternative = {
  name: "experts",
  strategy: compose({ ledger: "experts", filters: [expertise()], selector: rotation() }),
};

export const speakers: Alternative = {
  name: "speakers",
  strategy: compose({ ledger: "speakers", filters: [language()], selector: rotation() }),
};

export const state = emptyState({ seed: "s" });

export const lead = { id: "l1", receivedAtMs: 0, languages: ["sv"], needs: { crm: 3 } };

export const roster = {
  reps: [{ id: "ann", languages: ["sv"] }, { id: "bob", languages: ["en", "de"] }, { id: "cyd" }],
};
