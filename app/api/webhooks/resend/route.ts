import { config } from "@/lib/core/config/load";
import { log } from "@/lib/core/log";
import { runAsSystem } from "@/lib/core/operation/run";
import { secretDoor } from "@/lib/doors/secret-door";
import type { Notice } from "@/lib/mail/contract";
import { recordNotice } from "@/lib/mail/delivery/record-notice";
import { tenantOfMail } from "@/lib/mail/delivery/tenant-of-mail";
import { webhookSecret } from "@/lib/mail/delivery/webhook-secret";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";
import { noticeReaders } from "@/plugins/mail";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

type Signer = { readonly secret: string; readonly tenantId: string | undefined };

/**
 * Notices of Resend: bounces and complaints. Nothing is believed before the signature: by the company's own secret (then it speaks
 * of that company's mail only), or by the installation's (then the mail says whose it is). Without a secret nothing is read.
 */
export function POST(request: Request): Promise<Response> {
  return secretDoor(request, () => read(request));
}

async function read(request: Request): Promise<Response> {
  const signers = await signersFor(request.headers.get("host") ?? "");
  if (signers.length === 0) return answer(503);

  const body = await request.text();
  const readNotice = noticeReaders.resend;
  for (const { secret, tenantId } of signers) {
    const header = (name: string) => request.headers.get(name);
    const result = readNotice?.({ body, header, now: new Date() }, secret);
    if (result?.kind !== "read") continue;
    if (result.notice) await record(result.notice, tenantId);
    return answer(204);
  }
  log.warn("a mail notice was refused", { kind: "signature" });
  return answer(401);
}

async function signersFor(host: string): Promise<Signer[]> {
  const tenantId = await tenantForHost(host);
  const own = tenantId === undefined ? null : await runAsSystem(tenantId, webhookSecret, {});
  const { RESEND_WEBHOOK_SECRET } = config();
  return [
    ...(own === null ? [] : [{ secret: own, tenantId }]),
    ...(RESEND_WEBHOOK_SECRET === undefined ? [] : [{ secret: RESEND_WEBHOOK_SECRET, tenantId: undefined }]),
  ];
}

async function record(notice: Notice, signedFor: string | undefined): Promise<void> {
  const tenantId = signedFor ?? (await tenantOfMail("resend", notice.providerId));
  if (tenantId !== undefined) await runAsSystem(tenantId, recordNotice, { transport: "resend", notice });
}

function answer(status: 204 | 401 | 503): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}
