import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { z } from "zod";
import { Forbidden, Refusal, Unauthenticated } from "@/lib/core/errors";
import { requestIdOf } from "@/lib/core/http/request-id";
import { observeOperation } from "@/lib/core/metrics";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import type { Operation, Query } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { perform } from "@/lib/core/operation/run";
import { productSources } from "@/lib/doors/actor";
import { UnknownHost } from "@/lib/doors/errors";
import { signInPath } from "@/lib/doors/next-path";

/** Header in which the proxy tells a page its own address; absent without the proxy. */
export const pathHeader = "x-panel1-path";

/**
 * Who looks at this page: the signed-in person, else a visitor of the host's tenant. Asked of the database once per request.
 * Throws UnknownHost where no company answers on the host.
 */
export const pageActor = cache(async (): Promise<Actor> => {
  // A page is read, not sent: nothing changes, so where the link came from does not matter (S-44 is for actions).
  const person = await productSources.actorForSession();
  if (person !== undefined) return person;

  const host = (await headers()).get("host") ?? "";
  const tenantId = (await productSources.isKnownHost(host))
    ? await productSources.tenantForHost(host)
    : undefined;
  if (tenantId === undefined) throw new UnknownHost();
  return visitor(tenantId);
});

/**
 * The actor, who may run the operation. Sends visitors to sign in, with the way back; others see the page for what is not
 * theirs. Each page calls it or `readForPage` itself: no layout and no proxy stands guard for it (S-41).
 */
export async function requirePage(operation: Operation): Promise<Actor> {
  const actor = await pageActor();
  if (can(actor, operation)) return actor;
  return refuse(actor.kind === "visitor" ? new Unauthenticated() : new Forbidden(operation.name));
}

/** Runs a query as the person who looks at the page, and returns the trade's values. A record that is not there is a 404. */
export async function readForPage<I extends z.ZodType, O extends z.ZodType>(
  query: Query<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  const started = performance.now();
  let refusal: string | undefined;
  try {
    const actor = await pageActor();
    return (await perform(query, input, { actor, requestId: requestIdOf(await headers()) })).value;
  } catch (error) {
    refusal = error instanceof Refusal ? error.code : "error";
    return await refuse(error);
  } finally {
    const seconds = (performance.now() - started) / 1000;
    observeOperation({ operation: query.name, door: "page", refusal, seconds });
  }
}

async function refuse(error: unknown): Promise<never> {
  if (!(error instanceof Refusal)) throw error;
  if (error.kind === "unauthenticated") redirect(signInPath((await headers()).get(pathHeader)));
  if (error.kind === "forbidden") forbidden();
  if (error.kind === "not_found" || error.kind === "invalid") notFound();
  throw error;
}
