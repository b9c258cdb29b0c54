import { NextResponse } from "next/server";
import { Refusal } from "@/lib/core/errors";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { getBrandFile } from "@/lib/tenants/operations/get-brand-file";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

/** An image of the brand, for everybody. An id never changes what it stands for, so browsers may keep it. */
export async function GET(request: Request, { params }: { params: Promise<{ fileId: string }> }) {
  const [{ fileId }, tenantId] = await Promise.all([
    params,
    tenantForHost(request.headers.get("host") ?? ""),
  ]);
  if (tenantId === undefined) return missing();
  try {
    const { mediaType, content } = await run(
      getBrandFile,
      { brandFileId: fileId },
      { actor: visitor(tenantId) },
    );
    return new NextResponse(Buffer.from(content, "base64"), {
      headers: {
        "Content-Type": mediaType,
        "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        // Mails show it on other sites' pages.
        "Cross-Origin-Resource-Policy": "cross-origin",
      },
    });
  } catch (error) {
    if (error instanceof Refusal) return missing();
    throw error;
  }
}

function missing() {
  return new NextResponse(null, { status: 404 });
}
