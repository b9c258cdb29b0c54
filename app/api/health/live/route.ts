export const dynamic = "force-dynamic";
export const runtime = "nodejs";

/** The process answers. Says nothing about what it needs: a restart would not mend that. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
