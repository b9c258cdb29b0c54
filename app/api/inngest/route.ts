import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import { config } from "@/lib/core/config/load";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

/** S-60: nobody but the durable-work server may ask for anything here, not even for a registration. */
const handler = serve({ client: inngest, functions, enableUnauthedSync: false });

/** A production configuration without signatures is refused before the SDK, which would take it for development, gets the call. */
function guarded(handle: (request: NextRequest, context: unknown) => unknown) {
  return async (request: NextRequest, context: unknown): Promise<Response> => {
    config();
    return (await handle(request, context)) as Response;
  };
}

export const GET = guarded(handler.GET);
export const POST = guarded(handler.POST);
export const PUT = guarded(handler.PUT);
