import { demand } from "../internal/demand.js";
import type { Lead } from "../model/lead.js";
import { PUBLIC_MAIL_DOMAINS } from "./publicMailDomains.js";

/**
 * By what two leads belong together.
 *
 * @since 0.1.0
 */
export type MatchBy = "email" | "domain" | "account" | "household";

/**
 * Options of {@link matchKeys}.
 *
 * @since 0.1.0
 */
export interface MatchOptions {
  /** Domains at which strangers have their addresses: no company's. Absent: {@link PUBLIC_MAIL_DOMAINS}. */
  readonly publicDomains?: readonly string[];
}

const plain = (text = ""): string => text.trim().toLowerCase();

/** What no address holds, and what no store would. */
const NO_ADDRESS = /[\s<>,;\0\p{Cs}]/u;

/** The two halves of an address; nothing where there is none on one side, or where more than an address stands. */
const halvesOf = (email: string | undefined): readonly [local: string, domain: string] | undefined => {
  const address = plain(email).replace(/\.$/, "");
  if (NO_ADDRESS.test(address)) return undefined;
  const at = address.lastIndexOf("@");
  return at > 0 && at < address.length - 1 ? [address.slice(0, at), address.slice(at + 1)] : undefined;
};

const sharedBy = (lead: Lead, by: MatchBy, isPublic: (domain: string) => boolean): string => {
  switch (by) {
    case "email":
      return halvesOf(lead.email)?.join("@") ?? "";
    case "domain": {
      const domain = halvesOf(lead.email)?.[1] ?? "";
      return isPublic(domain) ? "" : domain;
    }
    case "account":
      return plain(lead.account);
    case "household":
      return plain(lead.household);
    default:
      demand(false, `matchKeys: nothing is known by ${JSON.stringify(by)}`);
      return "";
  }
};

/**
 * The keys under which a host looks for earlier leads of the same person, company or household: two leads that share a key
 * belong together.
 *
 * Case and spaces around do not matter. A lead that does not say what is asked for has no such key, and an address at a
 * public provider has no `domain`. Nothing else is made alike: `ann+ads@acme.example` and `ann@acme.example` are two addresses.
 *
 * @remarks
 * - **Order:** that of `by`; each key once.
 * - **Cost:** one pass over the list of public domains for each call.
 * - **Errors:** a `RangeError` for a name that is none of those in {@link MatchBy}.
 *
 * @example
 * ```ts
 * const lead = { id: "l1", receivedAtMs: 0, email: "Ann@Acme.example", account: "ACME" };
 * matchKeys(lead, ["email", "domain", "account"]); // => ["email:ann@acme.example", "domain:acme.example", "account:acme"]
 * ```
 *
 * @since 0.1.0
 */
export const matchKeys = (
  lead: Lead,
  by: readonly MatchBy[],
  { publicDomains = PUBLIC_MAIL_DOMAINS }: MatchOptions = {},
): readonly string[] => {
  const known = new Set(publicDomains.map(plain));
  const keys = by.flatMap((each) => {
    const value = sharedBy(lead, each, (domain) => known.has(domain));
    return value === "" ? [] : [`${each}:${value}`];
  });
  return [...new Set(keys)];
};
