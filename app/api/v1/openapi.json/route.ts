import { openApiDocument } from "@/lib/doors/openapi/document";
import { registry } from "@/lib/registry";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

let text: Promise<string> | undefined;

/** The description of the API. It holds nothing secret, so anyone may read it. */
export async function GET(): Promise<Response> {
  text ??= openApiDocument(registry).then((document) => JSON.stringify(document));
  return new Response(await text, {
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "public, max-age=300",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
