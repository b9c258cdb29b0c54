import { invoiceCsv } from "@/lib/billing/export-csv";
import { Refusal } from "@/lib/core/errors";
import { personFromRequest } from "@/lib/doors/actor";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

const filters = ["search", "status", "age", "currency", "clientId", "orderId"] as const;

/** The list as it is filtered, for spreadsheets (S-30). It streams: memory does not grow with it. */
export async function GET(request: Request): Promise<Response> {
  const given = new URL(request.url).searchParams;
  const asked = Object.fromEntries(
    filters.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : [])),
  );
  try {
    const actor = await personFromRequest({ method: "GET", headers: request.headers });
    const lines = invoiceCsv(asked, { actor });
    const head = await lines.next();
    // The first page is read before the answer begins: whoever may not, or asks for nonsense, is refused in good order.
    const first = await lines.next();
    return new Response(toStream([head.value, first.value], lines), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="invoices.csv"',
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof Refusal)
      return new Response(null, { status: error.kind === "forbidden" ? 403 : 404 });
    throw error;
  }
}

function toStream(
  begun: readonly (string | undefined)[],
  lines: AsyncGenerator<string>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const text of begun) if (text) controller.enqueue(encoder.encode(text));
    },
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
