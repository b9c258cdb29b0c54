import { Refusal } from "@/lib/core/errors";

/** Whoever is not of the platform finds nothing here. */
export class NotThePlatform extends Refusal {
  constructor() {
    super("not_found", "platform.not_here", "There is nothing here.");
  }
}

export class CompanyNotFound extends Refusal {
  constructor() {
    super("not_found", "platform.company_not_found", "There is no such company.");
  }
}

export class CompanyLinkNotFound extends Refusal {
  constructor() {
    super("not_found", "platform.link_not_found", "There is no such link, or it was used.");
  }
}

/** It is suspended, or active, already. */
export class CompanyUnchanged extends Refusal {
  constructor() {
    super("conflict", "platform.company_unchanged", "The company is in this state already.");
  }
}

export class PlatformHostTaken extends Refusal {
  constructor() {
    super("conflict", "platform.host_taken", "Somebody answers on this host already.", {}, [
      { path: "host", code: "host_taken", message: "is in use already" },
    ]);
  }
}

/** A company has no host, and there is none left to give it: beside a second one nobody would find it any more. */
export class CompanyWithoutHost extends Refusal {
  constructor(name: string) {
    super("precondition", "platform.company_without_host", "A company has no host of its own yet.", { name });
  }
}
