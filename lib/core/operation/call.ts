import type { Actor } from "@/lib/core/operation/actor";

/** One call of an operation: who, when, under which key, and from where. */
export type Call = {
  readonly actor: Actor;
  /** Given by tests that move the clock; else the database's. */
  readonly now?: Date | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly requestId?: string | undefined;
  /** Address of the caller, for the audit log. */
  readonly address?: string | undefined;
};
