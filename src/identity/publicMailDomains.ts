/**
 * Domains at which anybody can have an address, so that sharing one says nothing: the largest providers. A host that meets
 * others gives {@link matchKeys} its own list.
 *
 * @since 0.1.0
 */
export const PUBLIC_MAIL_DOMAINS: readonly string[] = [
  "126.com",
  "163.com",
  "aol.com",
  "gmail.com",
  "gmx.de",
  "gmx.net",
  "googlemail.com",
  "hotmail.co.uk",
  "hotmail.com",
  "icloud.com",
  "live.com",
  "mail.ru",
  "me.com",
  "msn.com",
  "orange.fr",
  "outlook.com",
  "proton.me",
  "protonmail.com",
  "qq.com",
  "t-online.de",
  "web.de",
  "yahoo.co.jp",
  "yahoo.co.uk",
  "yahoo.com",
  "yahoo.de",
  "yahoo.fr",
  "yandex.ru",
];
