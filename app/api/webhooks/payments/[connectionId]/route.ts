import { Refusal } from "@/lib/core/errors";
import { MalformedRequest } from "@/lib/core/http/malformed";
import { readText } from "@/lib/core/http/read-body";
import { idSchema } from "@/lib/core/ids";
import { log } from "@/lib/core/log";
import { runAsSystem } from "@/lib/core/operation/run";
import { keepNotice, readConnection } from "@/lib/payments/delivery/notices";
import { wireNotice } from "@/lib/payments/wire-outcome";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";
import { gateways } from "@/plugins/gateways";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

const mostBytes = 65_536;

type Context = { params: Promise<{ connectionId: string }> };

/**
 * Where gateways tell what became of payments. Nothing is believed before the signature, by the key of this very connection. A notice
 * is kept before anything is done about it; one that comes again is answered the same and changes nothing.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connectionId } = await params;
  const tenantId = await tenantForHost(request.headers.get("host") ?? "");
  if (tenantId === undefined || !idSchema.safeParse(connectionId).success) return answer(404);

  const connection = await runAsSystem(tenantId, readConnection, { connectionId }).catch(notFound);
  const gateway = gateways.find(({ id }) => id === connection?.gateway);
  const settings = gateway?.settings.safeParse(connection?.settings);
  if (gateway === undefined || !settings?.success) return answer(404);

  const body = await readText(request, mostBytes).catch(malformed);
  if (typeof body === "number") return answer(body);
  const header = (name: string) => request.headers.get(name);
  const reading = gateway.readWebhook({ body, header, now: new Date() }, settings.data);
  if (reading.kind === "refused") {
    log.warn("a gateway's notice was refused", { kind: "signature", reason: reading.reason });
    return answer(401);
  }
  if (reading.notice) {
    await runAsSystem(tenantId, keepNotice, { connectionId, notice: wireNotice(reading.notice) });
  }
  return answer(200);
}

function malformed(error: unknown): number {
  if (error instanceof MalformedRequest) return error.status;
  throw error;
}

function notFound(error: unknown): undefined {
  if (error instanceof Refusal && error.kind === "not_found") return undefined;
  throw error;
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}
