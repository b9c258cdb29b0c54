import { createHmac, timingSafeEqual } from "node:crypto";

export const signatureHeader = "sandbox-signature";

/** `t=<seconds>,v1=<hex>`: HMAC-SHA-256 of `<seconds>.<body>` under the connection's secret. */
export function sign(body: string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${macOf(seconds, body, secret).toString("hex")}`;
}

type Verdict = "genuine" | "malformed" | "forged" | "old";

/** Compares in constant time, and looks at the age only after that: what is forged is forged at any age. */
export function verify(
  header: string | null,
  body: string,
  { secret, now, toleranceSeconds }: { secret: string; now: Date; toleranceSeconds: number },
): Verdict {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? "");
  if (match === null) return "malformed";

  const seconds = Number(match[1]);
  const given = Buffer.from(match[2] as string, "hex");
  if (!timingSafeEqual(given, macOf(seconds, body, secret))) return "forged";
  return Math.abs(now.getTime() / 1_000 - seconds) > toleranceSeconds ? "old" : "genuine";
}

function macOf(seconds: number, body: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`${seconds}.${body}`).digest();
}
