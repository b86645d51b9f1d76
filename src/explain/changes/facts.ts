import { cut } from "../../internal/quoted.js";
import { fewestFields } from "./fewestEdits.js";

/** The role that the lead asks for. */
export const role = fewestFields("role", ({ lead, rep }) => {
  const asked = lead.role;
  return asked === undefined || asked === rep.role
    ? []
    : [{ says: `role ${cut(asked)}`, fields: { role: asked } }];
});

/** The experience that the lead asks for. */
export const experience = fewestFields(
  "experience",
  ({ lead: { complexity = 0 }, rep: { experience: now = 0 } }) =>
    complexity <= now
      ? []
      : [{ says: `experience ${complexity} instead of ${now}`, fields: { experience: complexity } }],
);

/** No conflict of interest with the lead's account. */
export const excludedAccounts = fewestFields("excludedAccounts", ({ lead: { account }, rep }) => {
  const excluded = rep.excludedAccounts ?? [];
  if (account === undefined || !excluded.includes(account)) return [];
  const others = excluded.filter((each) => each !== account);
  return [{ says: `account ${cut(account)} not excluded`, fields: { excludedAccounts: others } }];
});

/** A turn at all: the usual weight for a rep of weight 0. */
export const weight = fewestFields("weight", ({ rep }) =>
  rep.weight === 0 ? [{ says: "weight 1 instead of 0", fields: { weight: 1 } }] : [],
);
