import type { ClientAction, ClientStatus } from "@/lib/clients/rules/status";
import { Refusal } from "@/lib/core/errors";

export class ClientNotFound extends Refusal {
  constructor() {
    super("not_found", "clients.client_not_found", "There is no such client.");
  }
}

/** The client's status does not allow this change. */
export class ClientNotChangeable extends Refusal {
  constructor(action: ClientAction, status: ClientStatus) {
    super(
      "conflict",
      "clients.client_not_changeable",
      `An ${status.toLowerCase()} client does not allow this.`,
      {
        action,
        status,
      },
    );
  }
}
