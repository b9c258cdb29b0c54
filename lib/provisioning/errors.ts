import { Refusal } from "@/lib/core/errors";

export class ServiceNotFound extends Refusal {
  constructor() {
    super("not_found", "provisioning.service_not_found", "There is no such service.");
  }
}

export class TaskNotFound extends Refusal {
  constructor() {
    super("not_found", "provisioning.task_not_found", "There is no such task.");
  }
}

export class ServiceNotReady extends Refusal {
  constructor(deed: string, status: string) {
    super("conflict", "provisioning.service_not_ready", `A service that is ${status} does not allow this.`, {
      deed,
      status,
    });
  }
}

/** One thing at a time is done to a service. */
export class ServiceBusy extends Refusal {
  constructor() {
    super("conflict", "provisioning.service_busy", "Something else is being done to this service.");
  }
}

export class NothingToRetry extends Refusal {
  constructor() {
    super("conflict", "provisioning.nothing_to_retry", "Nothing failed that could be tried again.");
  }
}

export class TaskClosed extends Refusal {
  constructor() {
    super("conflict", "provisioning.task_closed", "This task was closed before.");
  }
}

export class NoPasswordKept extends Refusal {
  constructor() {
    super("precondition", "provisioning.no_password", "No password is kept for this service.");
  }
}
