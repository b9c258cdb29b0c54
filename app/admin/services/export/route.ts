import { csv } from "@/lib/core/csv";
import { Refusal } from "@/lib/core/errors";
import { run } from "@/lib/core/operation/run";
import { personFromRequest } from "@/lib/doors/actor";
import { listServices } from "@/lib/provisioning/operations/list-services";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

const columns = [
  "id",
  "label",
  "clientId",
  "clientName",
  "module",
  "status",
  "hostName",
  "userName",
  "server",
  "deliveredAt",
  "createdAt",
] as const;
const filters = ["search", "status", "clientId", "productId", "module"] as const;
/** A page after the other, so that the memory stays flat; what does not fit is a job for the API. */
const most = 100_000;

/** The list as it is filtered, for spreadsheets (S-30). */
export async function GET(request: Request): Promise<Response> {
  const given = new URL(request.url).searchParams;
  const asked = Object.fromEntries(
    filters.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : [])),
  );
  try {
    const actor = await personFromRequest({ method: "GET", headers: request.headers });
    const first = await run(listServices, { ...asked, sort: "createdAt", limit: 200 }, { actor });
    return new Response(
      stream(first, (cursor) =>
        run(listServices, { ...asked, sort: "createdAt", limit: 200, cursor }, { actor }),
      ),
      {
        headers: {
          "Content-Type": "text/csv; charset=utf-8",
          "Content-Disposition": 'attachment; filename="services.csv"',
          "Cache-Control": "private, no-store",
        },
      },
    );
  } catch (error) {
    if (error instanceof Refusal)
      return new Response(null, { status: error.kind === "forbidden" ? 403 : 404 });
    throw error;
  }
}

type Row = Record<string, unknown> & { access: Readonly<Record<string, string>> };
type Page = { items: Row[]; nextCursor: string | null };

function stream(first: Page, next: (cursor: string) => Promise<Page>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let page: Page | null = first;
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (page === null) return controller.close();
      const rows = page.items.map((service) =>
        columns.map((column) => service[column] ?? service.access[column]),
      );
      const text = csv(columns, rows);
      controller.enqueue(encoder.encode(sent === 0 ? text : text.slice(text.indexOf("\r\n") + 2)));
      sent += page.items.length;
      page = page.nextCursor === null || sent >= most ? null : await next(page.nextCursor);
    },
  });
}
