/**
 * A name for an account, from what it is for: small letters and digits, beginning with a letter, at most 16, the first eight
 * telling accounts apart (panels of old look no further). `salt` are hexadecimal digits, new for each try.
 */
export function userNameFor(hostName: string | null, clientName: string, salt: string): string {
  const source = hostName?.replace(/^www\./, "").split(".")[0] ?? clientName;
  const letters = source
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/^[0-9]+/, "");
  // A name that begins with `test` is refused by panels.
  const start = letters === "" || letters.startsWith("test") ? "acct" : letters.slice(0, 4);
  return `${start}${salt.slice(0, 6)}`;
}
