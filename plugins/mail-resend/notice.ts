import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Notice, NoticeReader, NoticeRequest } from "@/lib/mail/contract";

const toleranceSeconds = 300;

const eventSchema = z.object({
  type: z.string(),
  data: z.looseObject({
    email_id: z.string().max(100),
    bounce: z
      .object({ type: z.string(), subType: z.string().optional(), message: z.string().optional() })
      .optional(),
  }),
});

/**
 * A notice of Resend, signed as Svix does: HMAC-SHA256 over `id.timestamp.body` with the secret behind `whsec_`, in base64, several
 * versions side by side in one header while secrets change.
 */
export const readResendNotice: NoticeReader = (request, secret) => {
  const problem = problemWith(request, secret);
  if (problem !== undefined) return { kind: "refused", reason: problem };

  const parsed = eventSchema.safeParse(json(request.body));
  return { kind: "read", notice: parsed.success ? noticeOf(parsed.data) : null };
};

function problemWith({ body, header, now }: NoticeRequest, secret: string): string | undefined {
  const id = header("svix-id") ?? header("webhook-id");
  const timestamp = header("svix-timestamp") ?? header("webhook-timestamp");
  const signatures = header("svix-signature") ?? header("webhook-signature");
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return "unsigned";
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > toleranceSeconds) return "stale";

  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest();
  const isSigned = signatures
    .split(" ")
    .slice(0, 10)
    .some((signature) => isSame(signature, expected));
  return isSigned ? undefined : "signature";
}

function isSame(signature: string, expected: Buffer): boolean {
  if (!signature.startsWith("v1,")) return false;
  const given = Buffer.from(signature.slice(3), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noticeOf({ type, data }: z.output<typeof eventSchema>): Notice | null {
  const { email_id: providerId, bounce } = data;
  const detail = [bounce?.type, bounce?.subType, bounce?.message].filter(Boolean).join(" · ");
  if (type === "email.complained") return { providerId, kind: "complained", isPermanent: true, detail };
  if (type !== "email.bounced") return null;
  return { providerId, kind: "bounced", isPermanent: bounce?.type === "Permanent", detail };
}
