import { Refusal } from "@/lib/core/errors";

/** Used, expired, replaced by a newer one, or never issued. */
export class SetupLinkNotOpen extends Refusal {
  constructor() {
    super("precondition", "onboarding.setup_link_not_open", "This set-up link is used or expired.");
  }
}

/** The company opens accounts for its clients itself. */
export class RegistrationClosed extends Refusal {
  constructor() {
    super("forbidden", "onboarding.registration_closed", "Accounts are opened by the company itself.");
  }
}
