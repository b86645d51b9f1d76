import * as z from "zod";
import * as core from "../check/shape.js";
import { type Asked, sayingAs } from "./words.js";

const ID = sayingAs(core.id);

export const text = z.string(sayingAs(core.text));

/** By the core's rule: for what the library wrote itself. */
export const id = z.string(ID).regex(/^[^\0\p{Cs}]*$/u, ID);

/** Longer than any key that a store takes, and each rep's id stands in the state and in decisions. */
const LONGEST_ID = 4096;

/** An id that somebody else wrote down. */
export const givenId = id.max(LONGEST_ID, `must be at most ${LONGEST_ID} UTF-16 code units long`);

/** With something between the marks that part its levels. */
export const region = text.regex(/[^\s/-]/, "must not be blank");

/**
 * Language, script, region, variants, extensions, private use. A language has two or three letters: the
 * grammar leaves room for up to eight, which nobody uses, and `english` would fit. The old tags that it lists
 * one by one, such as `i-klingon`, have modern names.
 *
 * @see A. Phillips, M. Davis, "Tags for Identifying Languages", RFC 5646 (BCP 47), 2009, section 2.1.
 */
const LANGUAGE_TAG =
  /^(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?|[Xx](?:-[A-Za-z0-9]{1,8})+)$/;

const LONGEST_HINT = 40;

/** `en_US` is how many systems spell `en-US`. */
const notATag = ({ input }: Asked): string => {
  const said = 'must be a BCP 47 language tag, such as "en-GB"';
  if (typeof input !== "string" || input.length > LONGEST_HINT) return said;
  const meant = input.trim().replaceAll("_", "-");
  return LANGUAGE_TAG.test(meant) ? `${said}: did you mean ${JSON.stringify(meant)}?` : said;
};

export const languageTag = text.regex(LANGUAGE_TAG, { error: notATag });

/** By form alone: whether the zone exists is for whoever has the zones' rules. */
export const timeZone = text.regex(
  /^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:\/[A-Za-z0-9_+-]{1,32}){0,2}$/,
  'must be an IANA time zone, such as "Europe/Stockholm"',
);
