import "server-only";
import { type AnyProcedure, os } from "@orpc/server";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { type Outcome, perform } from "@/lib/core/operation/run";

/** Operations by domain, as `lib/registry.ts` lists them. */
export type Operations = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** What a procedure is called with. `seen` carries back what the answer's headers and the log say. */
export type RestContext = {
  readonly actor: Actor;
  readonly requestId: string;
  readonly address: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly seen: { isReplay: boolean };
};

const operations = new WeakMap<object, Operation>();

/** The operation behind a procedure that `restRouter` has made. */
export function operationOf(procedure: AnyProcedure): Operation {
  const operation = operations.get(procedure["~orpc"].route);
  if (operation === undefined) throw new TypeError("not a procedure of the registry");
  return operation;
}

// The runner validates input and output itself, after it has checked the permission: oRPC must not do it a second time.
const base = os
  .$config({ initialInputValidationIndex: Number.NaN, initialOutputValidationIndex: Number.NaN })
  .$context<RestContext>();

/**
 * Runs the operation behind a procedure. The procedure's own handler is called: oRPC's client around it would add spans,
 * interceptors and error maps that we do not use, at the price of some fifteen promises a request.
 */
export async function callProcedure(
  procedure: AnyProcedure,
  input: unknown,
  context: RestContext,
): Promise<unknown> {
  const { handler } = procedure["~orpc"];
  return handler({
    context,
    input,
    path: [],
    procedure,
    errors: {},
    lastEventId: undefined,
    signal: undefined,
  });
}

/** Operations with an HTTP route as an oRPC router: the shape from which routes and the OpenAPI document are made. */
export function restRouter(registry: Operations): Record<string, Record<string, AnyProcedure>> {
  return Object.fromEntries(
    Object.entries(registry).map(([domain, members]) => [
      domain,
      Object.fromEntries(
        Object.entries(members).flatMap(([key, operation]) =>
          operation.http === undefined ? [] : [[key, procedureOf(domain, operation, operation.http)]],
        ),
      ),
    ]),
  );
}

function procedureOf(
  domain: string,
  operation: Operation,
  http: NonNullable<Operation["http"]>,
): AnyProcedure {
  const procedure = base
    .route({
      method: http.method,
      path: http.path,
      successStatus: http.status ?? 200,
      operationId: operation.name,
      summary: operation.summary,
      ...(operation.description !== undefined && { description: operation.description }),
      tags: [domain],
    })
    .input(operation.input)
    .output(operation.output)
    .handler(({ context, input }) => answer(operation, input, context));
  operations.set(procedure["~orpc"].route, operation);
  return procedure;
}

/** Wire form in, wire form out. */
async function answer(operation: Operation, input: unknown, context: RestContext): Promise<unknown> {
  const { actor, requestId, address, idempotencyKey, seen } = context;
  const outcome: Outcome<Operation["output"]> = await perform(operation, input, {
    actor,
    requestId,
    address,
    idempotencyKey,
  });
  seen.isReplay = outcome.isReplay;
  return outcome.wire;
}
