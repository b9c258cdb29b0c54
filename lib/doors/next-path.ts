/**
 * Where to go after signing in, when the address says so: a path of this site, or undefined. A path begins with one slash;
 * `//host`, `/\host`, anything with a scheme and control characters lead elsewhere in some browser.
 */
export function safeNextPath(wanted: unknown): `/${string}` | undefined {
  if (typeof wanted !== "string" || wanted.length > 1_000) return undefined;
  if (!/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(wanted)) return undefined;

  const base = "http://panel1.invalid";
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined;
  if (url?.origin !== base || url.pathname.startsWith("//") || url.pathname.startsWith("/sign-in")) {
    return undefined;
  }
  return `${url.pathname}${url.search}` as `/${string}`;
}
