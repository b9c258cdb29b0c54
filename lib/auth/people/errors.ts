import { Refusal } from "@/lib/core/errors";

/** There is no such account here, or it is not of the kind that was asked for. */
export class UserNotFound extends Refusal {
  constructor() {
    super("not_found", "auth.user_not_found", "There is no such account.");
  }
}

export class MembershipNotFound extends Refusal {
  constructor() {
    super("not_found", "auth.membership_not_found", "This person does not act for the client.");
  }
}

export class InvitationNotFound extends Refusal {
  constructor() {
    super("not_found", "auth.invitation_not_found", "There is no such invitation.");
  }
}

/** Accepted or withdrawn before. */
export class InvitationClosed extends Refusal {
  constructor() {
    super("conflict", "auth.invitation_closed", "This invitation was accepted or withdrawn before.");
  }
}

export class AlreadyInvited extends Refusal {
  constructor() {
    super("conflict", "auth.already_invited", "An invitation to this address is open.", {}, [
      { path: "email", code: "already_invited", message: "was invited before" },
    ]);
  }
}

export class AlreadyMember extends Refusal {
  constructor() {
    super("conflict", "auth.already_member", "This person acts for the client already.", {}, [
      { path: "email", code: "already_member", message: "acts for the client already" },
    ]);
  }
}

export class RoleNotFound extends Refusal {
  constructor() {
    super("not_found", "auth.role_not_found", "There is no such role.", {}, [
      { path: "role", code: "role_not_found", message: "is no role here" },
    ]);
  }
}

/** Nobody grants more than they hold (S-21). */
export class RoleNotHeld extends Refusal {
  constructor(permissions: readonly string[]) {
    super(
      "forbidden",
      "auth.role_not_held",
      "This role may do more than you may.",
      { permissions: permissions.slice(0, 20).join(", ") },
      [{ path: "role", code: "role_not_held", message: "may do more than you may" }],
    );
  }
}

/** Nobody touches somebody who holds more (S-21). */
export class PersonAbove extends Refusal {
  constructor() {
    super("forbidden", "auth.person_above", "This person may do more than you may.");
  }
}

/** One's own account and role are for others to change (S-21). */
export class OwnAccount extends Refusal {
  constructor() {
    super("forbidden", "auth.own_account", "Somebody else has to change your own access.");
  }
}

export class OwnRole extends Refusal {
  constructor() {
    super("forbidden", "auth.own_role", "You cannot change the role that you have yourself.");
  }
}

/** A company keeps an owner who can sign in. */
export class LastOwner extends Refusal {
  constructor() {
    super("conflict", "auth.last_owner", "The company needs an owner. Make somebody else owner first.");
  }
}

/** A client keeps somebody who may do everything for it. */
export class LastClientOwner extends Refusal {
  constructor() {
    super("conflict", "auth.last_client_owner", "The client needs an owner. Make somebody else owner first.");
  }
}

export class UserNotInState extends Refusal {
  constructor(status: string) {
    super("conflict", "auth.user_not_in_state", "The account's state does not allow this.", { status });
  }
}

export class RoleInUse extends Refusal {
  constructor(people: number) {
    super("conflict", "auth.role_in_use", "People have this role. Give them another one first.", { people });
  }
}

export class RoleNameTaken extends Refusal {
  constructor() {
    super("conflict", "auth.role_name_taken", "There is a role of this name.", {}, [
      { path: "name", code: "taken", message: "is the name of another role" },
    ]);
  }
}

/** Whom staff cannot act as: staff, people who are not active, and those who act for no client. */
export class NotImpersonable extends Refusal {
  constructor() {
    super("conflict", "auth.not_impersonable", "Nobody can act as this person now.");
  }
}
