import { Refusal } from "@/lib/core/errors";

/** The request names a host that is not ours. */
export class UnknownHost extends Refusal {
  constructor() {
    super("not_found", "core.unknown_host", "This installation does not answer on that host.");
  }
}

/** A browser sent its cookie along with a request that another site has made. */
export class ForeignOrigin extends Refusal {
  constructor() {
    super("forbidden", "core.foreign_origin", "The request does not come from this site.");
  }
}

/** Credentials were sent, and they open nothing. Says no more than that. */
export class InvalidCredentials extends Refusal {
  constructor() {
    super("unauthenticated", "core.invalid_credentials", "The credentials are not valid.");
  }
}

export class TooManyRequests extends Refusal {
  constructor(readonly retryAfterSeconds: number) {
    super("limit", "core.too_many_requests", "Too many requests. Try again later.", { retryAfterSeconds });
  }
}
