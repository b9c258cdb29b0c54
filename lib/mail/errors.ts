import { Refusal } from "@/lib/core/errors";

/** The address is not one canonical address: nothing is sent to what we would have to guess (S-53). */
export class AddressUnusable extends Refusal {
  constructor() {
    super("invalid", "mail.address_unusable", "This is not an address that mail can be sent to.");
  }
}

export class MessageNotFound extends Refusal {
  constructor() {
    super("not_found", "mail.message_not_found", "There is no such mail.");
  }
}
