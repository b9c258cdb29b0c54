import { readFile } from "@/lib/clients/operations/read-file";
import { Refusal } from "@/lib/core/errors";
import { readFileLink } from "@/lib/core/files/link";
import { run } from "@/lib/core/operation/run";
import { personFromRequest, productSources } from "@/lib/doors/actor";
import { secretDoor } from "@/lib/doors/secret-door";
import { readExport } from "@/lib/privacy/operations/read-export";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

/**
 * Hands a file out to be saved. The link is signed, for one person and for a while (S-11); the operation asks again whether that
 * person may. Nothing is ever shown in the browser, whatever the bytes are (S-10).
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  return secretDoor(request, () => handOut(request, token));
}

async function handOut(request: Request, token: string): Promise<Response> {
  const target = readFileLink(token, new Date());
  // A link that a mail or a typed address leads to comes from no page of ours; reading changes nothing, and the owner is asked for.
  const headers = new Headers(request.headers);
  headers.set("sec-fetch-site", "same-origin");
  const actor =
    target && (await personFromRequest({ method: "GET", headers }, productSources).catch(() => undefined));
  if (target === undefined || actor?.id !== target.actorId || actor.tenantId !== target.tenantId)
    return missing();

  try {
    const file =
      target.kind === "export"
        ? await run(readExport, { exportId: target.id }, { actor })
        : await run(readFile, { clientFileId: target.id }, { actor });
    return answer(file);
  } catch (error) {
    if (error instanceof Refusal) return missing();
    throw error;
  }
}

function answer({
  name,
  mediaType,
  content,
}: {
  name: string;
  mediaType: string;
  content: string;
}): Response {
  return new Response(Buffer.from(content, "base64"), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}

function missing(): Response {
  return new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });
}
