"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { endBrowserSession, startBrowserSession } from "@/lib/auth/next-auth";
import { endImpersonation } from "@/lib/auth/operations/end-impersonation";
import { startImpersonation } from "@/lib/auth/operations/start-impersonation";
import { clientAddress } from "@/lib/core/http/client-address";
import { UnknownHost } from "@/lib/doors/errors";
import { serverAction } from "@/lib/doors/server-action";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

/** Begins to act as a client's user, and goes to what they see. */
export const startImpersonationAction = serverAction(startImpersonation, {
  extra: async () => ({ address: clientAddress(await headers()) ?? null }),
  async after({ sessionId, userId }) {
    await startBrowserSession({ tenantId: await tenantHere(), sessionId, userId });
    redirect("/portal");
  },
});

/** Ends it, and goes back to the client's record in the admin, in the session that it began in. */
export const endImpersonationAction = serverAction(endImpersonation, {
  async after({ backTo, clientId }) {
    if (backTo === null) await endBrowserSession();
    else await startBrowserSession({ tenantId: await tenantHere(), ...backTo });
    redirect(backTo === null ? "/sign-in" : `/admin/clients/${clientId ?? ""}`);
  },
});

async function tenantHere(): Promise<string> {
  const tenantId = await tenantForHost((await headers()).get("host") ?? "");
  if (tenantId === undefined) throw new UnknownHost();
  return tenantId;
}
