"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { startBrowserSession } from "@/lib/auth/next-auth";
import { signIn } from "@/lib/auth/operations/sign-in";
import { clientAddress } from "@/lib/core/http/client-address";
import { absoluteUrl } from "@/lib/core/http/hosts";
import { newId } from "@/lib/core/ids";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { serverAction } from "@/lib/doors/server-action";
import { setUp } from "@/lib/onboarding/operations/set-up";
import { hostName } from "@/lib/tenants/tenant-for-host";

/** Sets the installation up and signs the owner in, who has just proved to hold link and password. */
export async function setUpAction(state: unknown, form: FormData): Promise<ActionState<unknown>> {
  const door = serverAction(setUp, {
    limit: "sign-in",
    // No company answers on the host yet: the transaction runs for the id that this one will have.
    actor: async () => visitor(newId()),
    async after({ tenantId, host }) {
      // A session counts on its own tenant's hosts only: elsewhere the owner signs in there.
      if (host !== null && host !== hostName((await headers()).get("host") ?? "")) redirect(signInAt(host));
      const address = clientAddress(await headers()) ?? null;
      const credentials = {
        email: text(form, "owner.email"),
        password: text(form, "owner.password"),
        address,
      };
      const { userId, sessionId } = await run(signIn, credentials, { actor: visitor(tenantId) });
      if (sessionId === null) redirect("/sign-in");
      await startBrowserSession({ userId, tenantId, sessionId });
      redirect("/admin");
    },
  });
  return door(state, form);
}

/** The sign-in page on a host of the installation that a set-up link named. */
function signInAt(host: string): string {
  const address = new URL(absoluteUrl("/sign-in"));
  address.hostname = host;
  return address.href;
}

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? "");
}
