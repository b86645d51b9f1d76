import { fewestEdits } from "./fewestEdits.js";

/** The role that the lead asks for. */
export const role = fewestEdits("role", ({ lead, rep }) => {
  const asked = lead.role;
  return asked === undefined || asked === rep.role
    ? []
    : [{ says: `role ${asked}`, edit: () => ({ role: asked }) }];
});

/** The experience that the lead asks for. */
export const experience = fewestEdits(
  "experience",
  ({ lead: { complexity = 0 }, rep: { experience: now = 0 } }) =>
    complexity <= now
      ? []
      : [{ says: `experience ${complexity} instead of ${now}`, edit: () => ({ experience: complexity }) }],
);

/** No conflict of interest with the lead's account. */
export const excludedAccounts = fewestEdits("excludedAccounts", ({ lead: { account }, rep }) => {
  const excluded = rep.excludedAccounts ?? [];
  return account === undefined || !excluded.includes(account)
    ? []
    : [
        {
          says: `account ${account} not excluded`,
          edit: () => ({ excludedAccounts: excluded.filter((each) => each !== account) }),
        },
      ];
});

/** A turn at all: the usual weight for a rep of weight 0. */
export const weight = fewestEdits("weight", ({ rep }) =>
  rep.weight === 0 ? [{ says: "weight 1 instead of 0", edit: () => ({ weight: 1 }) }] : [],
);
