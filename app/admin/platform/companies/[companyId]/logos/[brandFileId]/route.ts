import { Refusal } from "@/lib/core/errors";
import { run } from "@/lib/core/operation/run";
import { personFromRequest } from "@/lib/doors/actor";
import { getCompanyBrandFile } from "@/lib/platform/operations/get-company-brand-file";

type Context = { params: Promise<{ companyId: string; brandFileId: string }> };

/** An image of a company's brand, for the platform's pages. An id never changes what it stands for. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const [actor, file] = await Promise.all([
      personFromRequest({ method: "GET", headers: request.headers }),
      params,
    ]);
    const { mediaType, content } = await run(getCompanyBrandFile, file, { actor });
    return new Response(Buffer.from(content, "base64"), {
      headers: {
        "Content-Type": mediaType,
        "Cache-Control": "private, max-age=3600",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: 404 });
    throw error;
  }
}
