/**
 * A refusal is something the trade foresees: it has a kind, a stable code that people's languages translate, and details.
 * Doors translate it once: HTTP status, form state, job retry or stop. Anything else that is thrown is a defect.
 */
export type RefusalKind =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "invalid"
  | "conflict"
  | "precondition"
  | "limit"
  | "unavailable"
  | "upstream";

export type FieldError = {
  /** Dotted path in the input, for instance `lines.0.amount`. Empty for the input as a whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
};

type Details = Record<string, string | number | boolean | null>;

export class Refusal extends Error {
  override name = "Refusal";

  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    message: string,
    readonly details: Details = {},
    readonly fields: readonly FieldError[] = [],
  ) {
    super(message);
  }
}

export class NotFound extends Refusal {
  constructor(thing = "record") {
    super("not_found", "core.not_found", `There is no such ${thing}.`);
  }
}

export class InvalidInput extends Refusal {
  constructor(fields: readonly FieldError[]) {
    super("invalid", "core.invalid_input", "The input is not valid.", {}, fields);
  }
}

export class Forbidden extends Refusal {
  constructor(permission: string) {
    super("forbidden", "core.forbidden", "You may not do this.", { permission });
  }
}

/** A sensitive action: the person proves again who they are, and then does it. */
export class FreshSignInNeeded extends Refusal {
  constructor() {
    super("precondition", "core.fresh_sign_in_needed", "Confirm that it is you, then do it again.");
  }
}

/** Staff who act as a client's user leave this to the client. */
export class RefusedToImpersonators extends Refusal {
  constructor() {
    super("forbidden", "core.impersonating", "Not while you act as somebody else.");
  }
}

export class Unauthenticated extends Refusal {
  constructor() {
    super("unauthenticated", "core.unauthenticated", "Sign in or send a valid API key.");
  }
}

/** Who runs the installation has suspended the company: nobody gets in, nothing is lost. */
export class TenantSuspended extends Refusal {
  constructor() {
    super("forbidden", "core.tenant_suspended", "This company is suspended.");
  }
}

/** Somebody else changed the record since it was read. */
export class StaleVersion extends Refusal {
  constructor() {
    super("conflict", "core.stale_version", "The record was changed in the meantime. Load it again.");
  }
}

export class IdempotencyConflict extends Refusal {
  constructor() {
    super("conflict", "core.idempotency_conflict", "This idempotency key was used for another request.");
  }
}

/** No connection was free in time, or the database is away. The request had no effect. */
export class DatabaseBusy extends Refusal {
  constructor() {
    super("unavailable", "core.database_busy", "The service is busy. Try again in a moment.");
  }
}

/** The same record was written by others at the same moment, again and again. */
export class TooContended extends Refusal {
  constructor() {
    super("conflict", "core.contended", "Others changed the same record at this moment. Try again.");
  }
}
