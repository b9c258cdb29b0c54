"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ActionState } from "@/components/forms/action-state";
import { startBrowserSession } from "@/lib/auth/next-auth";
import { signIn } from "@/lib/auth/operations/sign-in";
import { signOut } from "@/lib/auth/operations/sign-out";
import { withPasswordPlace } from "@/lib/auth/password";
import { actorForSession } from "@/lib/auth/session-actor";
import { Refusal } from "@/lib/core/errors";
import { clientAddress } from "@/lib/core/http/client-address";
import { requestIdOf } from "@/lib/core/http/request-id";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { UnknownHost } from "@/lib/doors/errors";
import { safeNextPath } from "@/lib/doors/next-path";
import { serverAction } from "@/lib/doors/server-action";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

/**
 * Signs in with address and password and goes where the person wanted to. A session that this browser had before is ended:
 * nobody keeps one that was there before they signed in (F-35).
 */
export async function signInAction(
  next: unknown,
  state: unknown,
  form: FormData,
): Promise<ActionState<unknown>> {
  const door = serverAction(signIn, {
    limit: "sign-in",
    actor: visitorOf,
    extra: whereFrom,
    async after({ userId, sessionId, kind }) {
      if (sessionId === null) return;
      const { tenantId } = await visitorOf(await headers());
      const previous = await actorForSession();
      await startBrowserSession({ userId, tenantId, sessionId });
      if (previous) await run(signOut, {}, { actor: previous }).catch(ignoreRefusal);
      redirect(safeNextPath(next) ?? (kind === "STAFF" ? "/admin" : "/portal"));
    },
  });
  return withPasswordPlace(() => door(state, form)).catch(tooBusy);
}

/** Whoever signs in acts as a visitor of the host's company, also when somebody is signed in here. */
async function visitorOf(given: Headers) {
  const tenantId = await tenantForHost(given.get("host") ?? "");
  if (tenantId === undefined) throw new UnknownHost();
  return visitor(tenantId);
}

/** For the list of one's sessions: the browser and the address, without control characters. */
async function whereFrom() {
  const given = await headers();
  const userAgent = given
    .get("user-agent")
    ?.replace(/[\p{Cc}\u2028\u2029]/gu, " ")
    .slice(0, 400)
    .trim();
  return { userAgent: userAgent || null, address: clientAddress(given) ?? null };
}

async function tooBusy(error: unknown): Promise<ActionState<unknown>> {
  if (!(error instanceof Refusal)) throw error;
  const { code, message } = error;
  return { ok: false, error: { code, message, requestId: requestIdOf(await headers()) } };
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
