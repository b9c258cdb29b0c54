import { exportCsv } from "@/lib/audit/export-csv";
import { exportAuditEntries } from "@/lib/audit/operations/export-audit-entries";
import { clientAddress } from "@/lib/core/http/client-address";
import { requestIdOf } from "@/lib/core/http/request-id";
import { actorFromRequest } from "@/lib/doors/actor";
import { coercerFor } from "@/lib/doors/coerce";
import { problemOf } from "@/lib/doors/rest/problem";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

/** The audit log as a CSV file that streams; the address carries the page's filters. A POST, because the export is noted. */
export async function POST(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  try {
    const actor = await actorFromRequest(request);
    const filters = coercerFor(
      exportAuditEntries.input,
      "query",
    )(Object.fromEntries(new URL(request.url).searchParams)) as object;
    const call = { actor, requestId, address: clientAddress(request.headers) };
    const { entries, lines } = await exportCsv(filters, call);
    return new Response(toStream(lines), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="audit-log.csv"',
        "cache-control": "no-store",
        "x-entries": entries.toString(),
      },
    });
  } catch (error) {
    const { document, headers } = problemOf(error, requestId);
    return Response.json(document, { status: document.status, headers });
  }
}

function toStream(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
