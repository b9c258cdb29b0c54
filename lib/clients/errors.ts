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

/** Something was billed in the currency, so it stays. */
export class CurrencyLocked extends Refusal {
  constructor() {
    super("conflict", "clients.currency_locked", "Something was billed to this client: its currency stays.");
  }
}

export class ContactNotFound extends Refusal {
  constructor() {
    super("not_found", "clients.contact_not_found", "There is no such contact.");
  }
}

export class ContactTaken extends Refusal {
  constructor() {
    super("conflict", "clients.contact_taken", "The client has a contact with this address.", {}, [
      { path: "email", code: "taken", message: "is the address of another contact" },
    ]);
  }
}

export class NoteNotFound extends Refusal {
  constructor() {
    super("not_found", "clients.note_not_found", "There is no such note.");
  }
}

/** A note is changed by who wrote it. */
export class NoteOfSomebodyElse extends Refusal {
  constructor() {
    super("forbidden", "clients.note_of_somebody_else", "Only its author changes a note.");
  }
}

export class GroupNotFound extends Refusal {
  constructor() {
    super("not_found", "clients.group_not_found", "There is no such group.");
  }
}

export class GroupNameTaken extends Refusal {
  constructor() {
    super("conflict", "clients.group_name_taken", "Another group has this name.", {}, [
      { path: "name", code: "taken", message: "is the name of another group" },
    ]);
  }
}

export class GroupInUse extends Refusal {
  constructor(clients: number) {
    super("conflict", "clients.group_in_use", "Clients are in this group.", { clients });
  }
}

export class FileNotFound extends Refusal {
  constructor() {
    super("not_found", "clients.file_not_found", "There is no such file.");
  }
}

export class TooManyFiles extends Refusal {
  constructor(most: number) {
    super("limit", "clients.too_many_files", `A client has at most ${most} files.`, { most });
  }
}

export class FieldNotFound extends Refusal {
  constructor() {
    super("not_found", "clients.field_not_found", "There is no such field.");
  }
}

export class FieldKeyTaken extends Refusal {
  constructor() {
    super("conflict", "clients.field_key_taken", "Another field has this key.", {}, [
      { path: "key", code: "taken", message: "is the key of another field" },
    ]);
  }
}
