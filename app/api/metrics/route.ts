import { config } from "@/lib/core/config/load";
import { bearerIs } from "@/lib/core/http/bearer";
import { metricsText } from "@/lib/core/metrics";
import { secretDoor } from "@/lib/doors/secret-door";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

/** For Prometheus, with METRICS_TOKEN as bearer. Without a configured token there is nothing here. */
export function GET(request: Request): Promise<Response> {
  return secretDoor(request, () => metrics(request));
}

async function metrics(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = config();
  if (METRICS_TOKEN === undefined) return new Response(null, { status: 404 });
  if (!bearerIs(request.headers, METRICS_TOKEN)) {
    return new Response(null, { status: 401, headers: { "WWW-Authenticate": 'Bearer realm="metrics"' } });
  }

  const { contentType, text } = await metricsText();
  return new Response(text, {
    headers: { "Content-Type": contentType, "Cache-Control": "private, no-store" },
  });
}
