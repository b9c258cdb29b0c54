import { clientAddress } from "@/lib/core/http/client-address";
import { requestIdOf } from "@/lib/core/http/request-id";
import { log } from "@/lib/core/log";
import { actorFromRequest } from "@/lib/doors/actor";
import { problemOf } from "@/lib/doors/rest/problem";
import { exportLines } from "@/lib/platform/export-lines";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

type Context = { params: Promise<{ companyId: string }> };

/** Everything that is held of a company, as lines of JSON that stream. A POST, because the export is noted before it begins. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  try {
    const { companyId } = await params;
    const actor = await actorFromRequest(request);
    const call = { actor, requestId, address: clientAddress(request.headers) };
    const { lines } = await exportLines(companyId, call);
    return new Response(toStream(lines), {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": `attachment; filename="company-${companyId}.ndjson"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    const { document, headers, isForeseen } = problemOf(error, requestId);
    if (!isForeseen) log.error("an export failed", { requestId, error });
    return Response.json(document, { status: document.status, headers });
  }
}

/** A page is read when the one before it has been taken: a slow reader holds no more than one. */
function toStream(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await lines.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
