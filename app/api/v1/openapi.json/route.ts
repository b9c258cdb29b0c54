import { productDocument } from "@/lib/doors/openapi/product-document";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

/** The description of the API. It holds nothing secret, so anyone may read it. */
export async function GET(): Promise<Response> {
  return Response.json(await productDocument(), { headers: { "Cache-Control": "public, max-age=300" } });
}
