import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchKeys, PUBLIC_MAIL_DOMAINS } from "../../src/index.js";
import { aLead } from "../../src/testing/index.js";

const lead = { id: "l1", receivedAtMs: 0 };
const every = ["email", "domain", "account", "household"] as const;

describe("matchKeys", () => {
  it("brings leads together whatever the case and the spaces around", () => {
    const written = { ...lead, email: " Ann@Acme.Example ", account: "ACME", household: " h1" };
    const again = { ...lead, email: "ann@acme.example", account: " acme", household: "H1 " };
    expect(matchKeys(written, every)).toStrictEqual(matchKeys(again, every));
    expect(matchKeys(written, every)).toHaveLength(4);
  });

  it("has no key for what the lead does not say", () => {
    expect(matchKeys(lead, every)).toStrictEqual([]);
    expect(matchKeys({ ...lead, email: "", account: " ", household: "" }, every)).toStrictEqual([]);
    for (const email of ["ann", "@", "ann@", "@acme.example", " @ "])
      expect(matchKeys({ ...lead, email }, every)).toStrictEqual([]);
  });

  it("does not take the customers of one mail provider for one company", () => {
    for (const domain of PUBLIC_MAIL_DOMAINS)
      expect(matchKeys({ ...lead, email: `ann@${domain}` }, ["domain"])).toStrictEqual([]);
    const own = { publicDomains: ["Acme.example"] };
    expect(matchKeys({ ...lead, email: "ann@acme.example" }, ["domain"], own)).toStrictEqual([]);
    expect(matchKeys({ ...lead, email: "ann@gmail.com" }, ["domain"], own)).toStrictEqual([
      "domain:gmail.com",
    ]);
  });

  it("keeps the order that is asked for, and each key once", () => {
    const acme = { ...lead, email: "ann@acme.example", account: "acme" };
    expect(matchKeys(acme, ["account", "email", "account"])).toStrictEqual([
      "account:acme",
      "email:ann@acme.example",
    ]);
  });

  it("keeps kinds apart, so that an account is never taken for an address", () => {
    const named = { ...lead, account: "ann@acme.example", household: "ann@acme.example" };
    const mailed = { ...lead, email: "ann@acme.example" };
    const keys = matchKeys(named, every);
    expect(keys.some((key) => matchKeys(mailed, every).includes(key))).toBe(false);
    expect(keys).toHaveLength(2);
  });

  it("takes nothing for an address that is more than one", () => {
    for (const email of ["Ann <ann@gmail.com>", "ann@acme.example, bob@acme.example", "ann@acme\0.example"])
      expect(matchKeys({ ...lead, email }, ["email", "domain"])).toStrictEqual([]);
    expect(matchKeys({ ...lead, email: "ann@gmail.com." }, ["email", "domain"])).toStrictEqual([
      "email:ann@gmail.com",
    ]);
  });

  it("reads the last @ as the one before the domain", () => {
    expect(matchKeys({ ...lead, email: '"a@b"@acme.example' }, ["domain"])).toStrictEqual([
      "domain:acme.example",
    ]);
  });

  it("asks nothing of a lead that it does not have", () => {
    fc.assert(
      fc.property(aLead("l1", ["ann"]), (given) => {
        for (const key of matchKeys(given, every))
          expect(key).toMatch(/^(email|domain|account|household):./s);
      }),
    );
  });

  it("refuses to match by what is not known", () => {
    expect(() => matchKeys(lead, ["phone" as never])).toThrow(RangeError);
  });
});
