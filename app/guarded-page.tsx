import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import type { z } from "zod";
import { signedIn } from "@/lib/auth/session-actor";
import { Refusal } from "@/lib/core/errors";
import { requestIdOf } from "@/lib/core/http/request-id";
import type { Actor, Audience } from "@/lib/core/operation/actor";
import type { Operation, Query } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { run } from "@/lib/core/operation/run";
import { safeNextPath } from "@/lib/doors/next-path";

type Search = Readonly<Record<string, string | string[] | undefined>>;
type RouteProps = { params: Promise<Record<string, string>>; searchParams: Promise<Search> };

export type Page = {
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly search: Search;
  /** Runs a query as the person and returns the trade's values. */
  read<I extends z.ZodType, O extends z.ZodType>(query: Query<I, O>, input: z.input<I>): Promise<z.output<O>>;
  /** Whether the person may run an operation: what they may not is not offered. */
  may(operation: Operation): boolean;
};

/**
 * A page that asks for its own permission: that of the operation it is about. Visitors are sent to sign in and come back,
 * people without the right are told who can help (403), and what does not exist, or an address that makes no sense, is a 404.
 * No layout and no proxy stands guard for it (S-41).
 *
 * `skeleton` stands in while a list is read. It comes after the guard, and records have none: a page that is already streaming
 * has answered 200, whatever it finds out later. That is why there is no loading.tsx.
 */
export function guardedPage(
  needs: Operation,
  render: (page: Page) => Promise<ReactNode>,
  { skeleton, audience = "staff" }: { skeleton?: ReactNode; audience?: Audience } = {},
) {
  return async function GuardedPage(props: RouteProps) {
    const person = await signedIn();
    const given = await headers();
    if (person?.actor.id === undefined) redirect(signInPath(given.get("x-panel1-path")));
    const { actor } = person;
    // Both audiences may read some of the same records, each on pages of its own.
    if (actor.audience !== audience || !can(actor, needs)) forbidden();

    const call = { actor, requestId: requestIdOf(given) };
    const [params, search] = await Promise.all([props.params, props.searchParams]);
    const page: Page = {
      actor,
      params,
      search,
      read: (query, input) => run(query, input, call).catch(translate),
      may: (operation) => can(actor, operation),
    };
    if (skeleton === undefined) return render(page);
    return (
      <Suspense fallback={skeleton}>
        <Body page={page} render={render} />
      </Suspense>
    );
  };
}

function Body({ page, render }: { page: Page; render: (page: Page) => Promise<ReactNode> }) {
  return render(page);
}

/** Address of the sign-in page, with the way back. */
function signInPath(next: string | null): `/${string}` {
  const path = safeNextPath(next);
  return path === undefined ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
}

function translate(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  if (error.kind === "forbidden") forbidden();
  if (error.kind === "not_found" || error.kind === "invalid") notFound();
  throw error;
}
