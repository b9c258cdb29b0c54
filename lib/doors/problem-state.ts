import "server-only";
import { headers } from "next/headers";
import { Refusal } from "@/lib/core/errors";
import { requestIdOf } from "@/lib/core/http/request-id";
import type { ActionState } from "@/lib/doors/server-action";

/** A refusal that was thrown beside an operation, as forms show it. Anything else (Next's redirects too) is thrown on. */
export async function problemState(error: unknown): Promise<ActionState<never>> {
  if (!(error instanceof Refusal)) throw error;
  const { code, message } = error;
  return { ok: false, error: { code, message, requestId: requestIdOf(await headers()) } };
}
