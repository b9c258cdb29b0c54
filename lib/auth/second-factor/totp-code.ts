import { Secret, TOTP } from "otpauth";

/** RFC 6238 as every authenticator app reads it: SHA-1, six digits, thirty seconds. */
const form = { algorithm: "SHA1", digits: 6, period: 30 } as const;

/** Steps before and after the present one whose code counts: clocks differ, and typing takes time. */
export const totpWindow = 1;

/** A new secret: 160 random bits in base32, as an app wants it typed. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says. `issuer` is the company's name, `label` the account's address. */
export function totpUri(secret: string, { issuer, label }: { issuer: string; label: string }): string {
  // A colon would divide the label.
  const named = { issuer: issuer.replaceAll(":", " "), label: label.replaceAll(":", " ") };
  return new TOTP({ ...form, ...named, secret }).toString();
}

/** The time step that a code belongs to at `now`, or undefined when it is none within the window. */
export function totpStep(secret: string, code: string, now: Date): bigint | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const totp = new TOTP({ ...form, secret });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: totpWindow });
  return delta === null ? undefined : BigInt(totp.counter({ timestamp: now.getTime() }) + delta);
}

/** The code of an instant: what the app shows. */
export function totpCode(secret: string, at: Date): string {
  return new TOTP({ ...form, secret }).generate({ timestamp: at.getTime() });
}
