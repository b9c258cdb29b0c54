import { Refusal } from "@/lib/core/errors";

export class TenantNotFound extends Refusal {
  constructor() {
    super("not_found", "tenants.tenant_not_found", "There is no such company.");
  }
}

export class HostNotFound extends Refusal {
  constructor() {
    super("not_found", "tenants.host_not_found", "There is no such host.");
  }
}

/** The company has the host already, or another company has proved that it is its own. */
export class HostTaken extends Refusal {
  constructor() {
    super("conflict", "tenants.host_taken", "The host is in use already.", {}, [
      { path: "host", code: "host_taken", message: "is in use already" },
    ]);
  }
}

/** Links may only lead to a host that is proved to be the company's. */
export class HostNotProved extends Refusal {
  constructor() {
    super("precondition", "tenants.host_not_proved", "The host is not proved to be yours yet.");
  }
}

/** More claims than anybody needs. */
export class TooManyHosts extends Refusal {
  constructor(most: number) {
    super("limit", "tenants.too_many_hosts", `A company has at most ${most} hosts.`, { most });
  }
}

/** Not an image that every browser shows, or too large. */
export class LogoNotUsable extends Refusal {
  constructor(reason: "kind" | "size") {
    super("invalid", "tenants.logo_not_usable", "The image cannot be used.", { reason }, [
      {
        path: "content",
        code: `logo_${reason}`,
        message: "must be a PNG, JPEG or WebP image of at most 140 kB",
      },
    ]);
  }
}
