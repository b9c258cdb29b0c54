import { addFile } from "@/lib/clients/operations/add-file";
import { config } from "@/lib/core/config/load";
import { Forbidden, Refusal, Unauthenticated } from "@/lib/core/errors";
import { clientAddress } from "@/lib/core/http/client-address";
import { MalformedRequest } from "@/lib/core/http/malformed";
import { readBytes } from "@/lib/core/http/read-body";
import { requestIdOf } from "@/lib/core/http/request-id";
import { log } from "@/lib/core/log";
import { can } from "@/lib/core/operation/permissions";
import { perform } from "@/lib/core/operation/run";
import { personFromRequest } from "@/lib/doors/actor";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

/** Takes a file's bytes as the body, from a page of this site: forms of pages are too small for files. */
export async function POST(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const given = new URL(request.url).searchParams;
  try {
    const actor = await personFromRequest({ method: "POST", headers: request.headers });
    // Before a byte is read: who may not add a file costs no memory.
    if (!can(actor, addFile))
      throw actor.kind === "visitor" ? new Unauthenticated() : new Forbidden(addFile.name);
    const bytes = request.body ? await readBytes(request.body, config().FILE_LIMIT_BYTES) : new Uint8Array();
    const input = {
      clientId: given.get("clientId"),
      name: given.get("name"),
      isVisible: given.get("isVisible") === "true",
      content: Buffer.from(bytes).toString("base64"),
    };
    const call = { actor, requestId, address: clientAddress(request.headers) };
    return Response.json({ ok: true, value: (await perform(addFile, input, call)).wire });
  } catch (error) {
    return refused(error, requestId);
  }
}

function refused(error: unknown, requestId: string): Response {
  if (error instanceof Refusal) {
    const { code, message, fields, details } = error;
    return Response.json(
      { ok: false, error: { code, message, fields, details, requestId } },
      { status: 422 },
    );
  }
  if (error instanceof MalformedRequest) {
    const fields = [{ path: "content", code: "file_too_large", message: error.message }];
    return Response.json(
      { ok: false, error: { code: "core.invalid_input", message: error.message, fields, requestId } },
      { status: 422 },
    );
  }
  log.error("an upload failed", { requestId, error });
  return Response.json(
    { ok: false, error: { code: "core.internal_error", message: "Something went wrong here.", requestId } },
    { status: 500 },
  );
}
