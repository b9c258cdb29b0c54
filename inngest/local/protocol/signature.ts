import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** JSON in its canonical form (RFC 8785): the SDK computes signatures over this form of what it parsed. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if ("toJSON" in value && typeof value.toJSON === "function") return canonicalJson(value.toJSON());

  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

/** Value of the header `X-Inngest-Signature` for a body in canonical form. */
export function sign(body: string, signingKey: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1_000).toString();
  const digest = createHmac("sha256", withoutPrefix(signingKey)).update(body).update(seconds).digest("hex");
  return `t=${seconds}&s=${digest}`;
}

/** The form of a signing key that travels as bearer token: its prefix, then the hash of its bytes. */
export function hashedKey(signingKey: string): string {
  const prefix = /^signkey-\w+-/.exec(signingKey)?.[0] ?? "";
  const digits = withoutPrefix(signingKey).replace(/[^a-z0-9]+/gi, "");
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  // As the SDK reads hexadecimal digits: what is none counts as zero, so any text can be a key.
  const bytes = even.match(/../g)?.map((pair) => Number.parseInt(pair, 16) || 0) ?? [];
  return prefix + createHash("sha256").update(Buffer.from(bytes)).digest("hex");
}

/** Whether two secrets are the same, in constant time. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function withoutPrefix(signingKey: string): string {
  return signingKey.replace(/^signkey-\w+-/, "");
}
