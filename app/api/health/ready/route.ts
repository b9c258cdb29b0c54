import { readiness } from "@/lib/core/health/readiness";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

/** 200 when requests can be answered (`ok` or `degraded`), 503 when not, with the checks and their reasons. */
export async function GET(): Promise<Response> {
  const report = await readiness();
  return Response.json(report, {
    status: report.status === "failed" ? 503 : 200,
    headers: { "Cache-Control": "no-store" },
  });
}
