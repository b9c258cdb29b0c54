import type { z } from "zod";
import type { Db } from "@/lib/core/db/connection-client";
import type { Sql } from "@/lib/core/db/sql";
import type { Refusal } from "@/lib/core/errors";
import type { Actor, Audience } from "@/lib/core/operation/actor";
import type { DomainEvent } from "@/lib/core/operation/event";

export type HttpRoute = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below /api/v1 with `{parameters}` that are keys of the input. */
  readonly path: `/${string}`;
  /** Status of success; 200 unless said otherwise. */
  readonly status?: 200 | 201 | 202;
};

/** What every `run` receives. The tenant is that of the actor: there is no way to name another. */
type BaseContext = {
  readonly actor: Actor;
  readonly tenantId: string;
  /** The instant of the operation: the database's clock, or the one that a scenario moves. */
  readonly now: Date;
  query<Row = Record<string, unknown>>(query: Sql): Promise<Row[]>;
  readonly db: Db;
};

/** Reading: a read-only transaction. */
export type QueryContext = BaseContext;

/** Changing: everything below commits together or not at all. */
export type CommandContext = BaseContext & {
  execute(query: Sql): Promise<number>;
  /**
   * Keeps what a record was and what it became. The record's kind is the second part of the operation's name unless
   * `kind` says otherwise; its id is the row's `id`. Secrets are masked. Call once per record.
   */
  audit(before: AuditedRow | null, after: AuditedRow | null, kind?: string): void;
  emit(event: DomainEvent): void;
  /**
   * Refuses, and commits what was done so far with its audit rows and events: a failed sign-in counts although it is refused.
   * Everything else that throws rolls back.
   */
  refuseAndKeep(refusal: Refusal): never;
  /** Runs another operation as part of this one: same transaction, same actor, own audit rows and events. */
  call<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
};

export type AuditedRow = { readonly id: string } & Record<string, unknown>;

type Definition<I extends z.ZodType, O extends z.ZodType> = {
  /** `domain.thing.verb`: also the permission that the caller needs. */
  readonly name: `${string}.${string}.${string}`;
  /** One line, imperative: the title in the API reference and in the permission matrix. */
  readonly summary: string;
  readonly description?: string;
  /** Who may ever hold the permission. */
  readonly audience: readonly Audience[];
  readonly input: I;
  readonly output: O;
  /** Absent for operations that no machine outside may call. */
  readonly http?: HttpRoute;
  /** Shown in the API reference and used by the tests that call every operation. Wire form. */
  readonly example: { readonly input: z.input<I>; readonly output: z.input<O> };
  /** Stable codes of the refusals that are this operation's own. */
  readonly refusals?: readonly string[];
  /** Asks a person to have proved who they are within the last minutes (see `freshForMinutes`). */
  readonly needsFreshSignIn?: boolean;
  /** Refused while staff act as a client's user: passwords, second factors, payment methods. */
  readonly refusedToImpersonators?: boolean;
};

export type Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Definition<I, O> & {
  readonly kind: "query";
  run(context: QueryContext, input: z.output<I>): Promise<z.output<O>>;
};

export type Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Definition<I, O> & {
  readonly kind: "command";
  readonly isolation?: "repeatable read" | "serializable";
  /** For operations that bring their tenant into being: the id the transaction runs under. */
  readonly createsTenant?: boolean;
  run(context: CommandContext, input: z.output<I>): Promise<z.output<O>>;
};

export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> =
  | Query<I, O>
  | Command<I, O>;

// Method syntax above keeps the parameter bivariant, so that a list of operations of any input has a type.

/** Defines a change. The runner adds what must never be forgotten; `run` holds the business. */
export function operation<I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<Command<I, O>, "kind">,
): Command<I, O> {
  return { ...definition, kind: "command" };
}

/** Defines a read: a read-only transaction, no audit row, no events. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<Query<I, O>, "kind">,
): Query<I, O> {
  return { ...definition, kind: "query" };
}
