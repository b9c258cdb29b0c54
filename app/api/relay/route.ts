import { configuredIntake } from "@/inngest/relay/intake";
import { relayOnce } from "@/inngest/relay/relay-once";
import { config } from "@/lib/core/config/load";
import { bearerIs } from "@/lib/core/http/bearer";
import { log } from "@/lib/core/log";
import { secretDoor } from "@/lib/doors/secret-door";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

/** Together less than the minute between two calls, and than the time that a function has. */
const budgetMs = 30_000;
const sendTimeoutMs = 15_000;

/**
 * Hands waiting events to durable work, for deployments on which no relay runs. Called by a scheduler every minute with
 * `Authorization: Bearer CRON_SECRET`, as Vercel's own does. Answers how many were handed over, and how the pass ended.
 */
export function GET(request: Request): Promise<Response> {
  return secretDoor(request, () => relay(request));
}

async function relay(request: Request): Promise<Response> {
  const { CRON_SECRET } = config();
  const intake = configuredIntake(config());
  if (CRON_SECRET === undefined || intake === undefined) return answer(503, { error: "not configured" });
  if (!bearerIs(request.headers, CRON_SECRET)) {
    return answer(401, { error: "unauthorized" }, { "WWW-Authenticate": 'Bearer realm="relay"' });
  }

  const pass = await relayOnce({ ...intake, log, budgetMs, sendTimeoutMs });
  return answer(pass.outcome === "away" ? 502 : 200, pass);
}

function answer(status: number, body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...headers, "Cache-Control": "private, no-store" } });
}
