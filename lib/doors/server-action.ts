import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { type FieldError, Forbidden, InvalidInput, Refusal, Unauthenticated } from "@/lib/core/errors";
import { clientAddress } from "@/lib/core/http/client-address";
import { isOwnOrigin } from "@/lib/core/http/hosts";
import { MalformedRequest } from "@/lib/core/http/malformed";
import { type LimitName, takeFromQuota } from "@/lib/core/http/rate-limits";
import { requestIdOf } from "@/lib/core/http/request-id";
import { log } from "@/lib/core/log";
import { observeOperation } from "@/lib/core/metrics";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { perform } from "@/lib/core/operation/run";
import { type ActorSources, personFromRequest, productSources } from "@/lib/doors/actor";
import { ForeignOrigin, TooManyRequests } from "@/lib/doors/errors";
import { idempotencyKeyOf, inputFromForm, type Typed, typedValues } from "@/lib/doors/form";

export type ActionProblem = {
  /** Stable; pages show their translation of it. */
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly FieldError[];
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** To quote when asking for help. */
  readonly requestId: string;
};

/** What a form shows after it was sent. Before: `{}`. */
export type ActionState<View> = {
  readonly ok?: boolean;
  /** The result, in wire form. */
  readonly value?: View;
  readonly error?: ActionProblem;
  /** After a refusal: what was typed, without passwords and files, so that nothing is lost. */
  readonly values?: Typed;
};

export type ActionOptions<View> = {
  readonly acceptsFiles?: boolean;
  /** Quota for visitors; forms that try credentials take `sign-in`. */
  readonly limit?: LimitName;
  /** Fields that the page knows and the person does not type. They win over the form's. */
  readonly extra?: () => Promise<Readonly<Record<string, unknown>>>;
  /** After success: revalidate, redirect. What it throws is Next's business and passes. */
  readonly after?: (value: View) => Promise<void> | void;
  /** Who acts, where it is not the signed-in person: setting up the first company, before there is any. */
  readonly actor?: (headers: Headers) => Promise<Actor>;
  /** Given by tests. */
  readonly request?: { readonly headers: () => Promise<Headers>; readonly sources: ActorSources };
};

/**
 * A server action over one operation, for `useActionState`. The action's id is public (S-45): each call proves on its own that
 * it comes from this site's pages (S-44), who calls, and that they may. Never throws to the browser: a refusal is a state, the
 * unexpected is logged whole and shown with its reference.
 */
export function serverAction<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  options: ActionOptions<z.input<O>> = {},
): (state: unknown, form: FormData) => Promise<ActionState<z.input<O>>> {
  return async (_state, form) => {
    const started = performance.now();
    const outcome = await attempt(operation, form, options);
    const seconds = (performance.now() - started) / 1000;
    observeOperation({ operation: operation.name, door: "action", refusal: outcome.error?.code, seconds });

    if (outcome.ok) await options.after?.(outcome.value as z.input<O>);
    return outcome;
  };
}

async function attempt<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  form: unknown,
  options: ActionOptions<z.input<O>>,
): Promise<ActionState<z.input<O>>> {
  let requestId = "unknown";
  try {
    const requestHeaders = await (options.request?.headers ?? headers)();
    requestId = requestIdOf(requestHeaders);
    const value = await runForm(operation, form, requestHeaders, { ...options, requestId });
    return { ok: true, value };
  } catch (error) {
    const values = form instanceof FormData ? typedValues(form) : {};
    return { ok: false, error: problemOf(error, requestId, operation), values };
  }
}

async function runForm<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  form: unknown,
  requestHeaders: Headers,
  options: ActionOptions<z.input<O>> & { requestId: string },
): Promise<z.input<O>> {
  const { requestId, limit = "address", acceptsFiles = false } = options;
  if (!(await isOwnOrigin(requestHeaders.get("origin"), requestHeaders.get("host"))))
    throw new ForeignOrigin();
  // Whoever knows the id can send anything in place of the form.
  if (!(form instanceof FormData)) throw new InvalidInput([]);

  const actor = await actorOf(requestHeaders, options);
  const address = clientAddress(requestHeaders);
  await take(actor, limit, address);
  if (!can(actor, operation)) {
    throw actor.kind === "visitor" ? new Unauthenticated() : new Forbidden(operation.name);
  }

  const input = { ...(inputFromForm(operation, form, acceptsFiles) as object), ...(await options.extra?.()) };
  const idempotencyKey = actor.kind === "visitor" ? undefined : idempotencyKeyOf(form);
  return (await perform(operation, input, { actor, requestId, address, idempotencyKey })).wire;
}

async function actorOf<View>(requestHeaders: Headers, options: ActionOptions<View>): Promise<Actor> {
  if (options.actor) return options.actor(requestHeaders);
  const sources = options.request?.sources ?? productSources;
  return personFromRequest({ method: "POST", headers: requestHeaders }, sources);
}

async function take(actor: Actor, visitors: LimitName, address = "unknown"): Promise<void> {
  const quota =
    actor.kind === "visitor"
      ? await takeFromQuota(visitors, address)
      : await takeFromQuota("actor", `${actor.kind}:${actor.id}`);
  if (quota.isExceeded) throw new TooManyRequests(quota.resetSeconds);
}

function problemOf(error: unknown, requestId: string, operation: Operation): ActionProblem {
  if (error instanceof Refusal) {
    const { code, message, fields, details } = error;
    return { code, message, requestId, ...(fields.length > 0 && { fields }), details };
  }
  if (error instanceof MalformedRequest) return { code: error.code, message: error.message, requestId };

  log.error("an action failed", { requestId, operation: operation.name, error });
  return { code: "core.internal_error", message: "Something went wrong here.", requestId };
}
