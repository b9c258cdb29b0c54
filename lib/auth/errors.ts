import { InvalidInput, Refusal } from "@/lib/core/errors";

/** Wrong address, wrong password, suspended: one answer for all, so that it tells nobody which accounts exist. */
export class SignInRefused extends Refusal {
  constructor() {
    super("unauthenticated", "auth.sign_in_refused", "Address and password do not match.");
  }
}

/** Too many failures from here, or for this account, whether or not there is such an account. */
export class SignInHeldOff extends Refusal {
  constructor(retryAfterSeconds: number) {
    super("limit", "auth.sign_in_held_off", "Too many attempts failed. Wait, or sign in by a link.", {
      retryAfterSeconds,
    });
  }
}

/** Used, expired, revoked or never issued: one answer for all. */
export class TokenUnusable extends Refusal {
  constructor() {
    super("precondition", "auth.token_unusable", "This link was used, has expired, or is not one of ours.");
  }
}

/** An invitation that opens an account needs a name and a password. */
export class InvalidAcceptance extends InvalidInput {
  constructor(path: "name" | "password") {
    super([{ path, code: "too_small", message: "is missing" }]);
  }
}

/** The password that should prove who somebody is does not. */
export class WrongPassword extends Refusal {
  constructor(field = "currentPassword") {
    super("invalid", "auth.wrong_password", "That is not your password.", {}, [
      { path: field, code: "wrong_password", message: "is not your password" },
    ]);
  }
}

/** A new password that is known, made of the person's own words, or easy to guess. */
export class PasswordRefused extends InvalidInput {
  constructor(code: "password_breached" | "password_personal" | "password_weak", path = "password") {
    super([{ path, code, message: refusedPasswords[code] }]);
  }
}

const refusedPasswords = {
  password_breached: "is on lists of known passwords",
  password_personal: "is made of your own name or address",
  password_weak: "is too easy to guess",
};

export class Busy extends Refusal {
  constructor() {
    super("unavailable", "auth.busy", "Many people are signing in. Try again in a moment.");
  }
}

/** Only a signed-in person may do this; a machine's key may not. */
export class PersonNeeded extends Refusal {
  constructor() {
    super("forbidden", "auth.person_needed", "Only a signed-in person may do this.");
  }
}

export class SessionNotFound extends Refusal {
  constructor() {
    super("not_found", "auth.session_not_found", "There is no such session.");
  }
}

export class ApiKeyNotFound extends Refusal {
  constructor() {
    super("not_found", "auth.api_key_not_found", "There is no such API key.");
  }
}

export class ApiKeyAlreadyRevoked extends Refusal {
  constructor() {
    super("conflict", "auth.api_key_revoked", "This API key was revoked before.");
  }
}

/** Nobody grants more than they hold (S-21). */
export class ScopeNotHeld extends Refusal {
  constructor(scopes: readonly string[]) {
    super(
      "forbidden",
      "auth.scope_not_held",
      "You cannot grant what you may not do yourself.",
      { scopes: scopes.join(", ") },
      [{ path: "scopes", code: "scope_not_held", message: "holds a right that you do not have" }],
    );
  }
}

export class EmailTaken extends Refusal {
  constructor() {
    super("conflict", "auth.email_taken", "There is an account with this address.", {}, [
      { path: "email", code: "email_taken", message: "belongs to another account" },
    ]);
  }
}

/** Unknown, of another browser, answered, void or expired: one answer for all. The sign-in begins anew. */
export class ChallengeGone extends Refusal {
  constructor() {
    super("precondition", "auth.challenge_gone", "This sign-in has expired. Begin again.");
  }
}

/** Neither the authenticator's present code nor an unused recovery code. */
export class CodeRefused extends Refusal {
  constructor(path: "code" | "mailCode" = "code") {
    super("forbidden", "auth.code_refused", "The code is not right.", {}, [
      { path, code: "code_refused", message: "is not right, or was used before" },
    ]);
  }
}

/** A way to prove who one is that is not for this person, who has a better one. */
export class WayNotOffered extends Refusal {
  constructor() {
    super("precondition", "auth.way_not_offered", "Use another way to confirm who you are.");
  }
}

/** Too many wrong codes of this person: all are refused for a while. */
export class TooManyCodes extends Refusal {
  constructor(retryAfterSeconds: number) {
    super("limit", "auth.too_many_codes", "Too many wrong codes. Try again later.", { retryAfterSeconds });
  }
}

export class TotpAlreadySetUp extends Refusal {
  constructor() {
    super("conflict", "auth.totp_already_set_up", "An authenticator is set up already. Remove it first.");
  }
}

export class TotpNotBegun extends Refusal {
  constructor() {
    super("precondition", "auth.totp_not_begun", "Begin to set the authenticator up first.");
  }
}

export class NoTotp extends Refusal {
  constructor() {
    super("precondition", "auth.no_totp", "No authenticator is set up.");
  }
}

/** The company demands a second factor of this person: the last one stays. */
export class SecondFactorRequired extends Refusal {
  constructor() {
    super(
      "precondition",
      "auth.second_factor_required",
      "Your company asks for a second factor; the last one stays.",
    );
  }
}

/** The company demands a second factor, and this session was begun without. */
export class SecondFactorNeeded extends Refusal {
  constructor() {
    super("forbidden", "auth.second_factor_needed", "Sign in with your second factor to do this.");
  }
}

/** Unknown, of another site, not signed as it should be, or a copy: one answer for all. */
export class PasskeyRefused extends Refusal {
  constructor() {
    super("forbidden", "auth.passkey_refused", "This passkey was not accepted.");
  }
}

export class PasskeyNotFound extends Refusal {
  constructor() {
    super("not_found", "auth.passkey_not_found", "There is no such passkey.");
  }
}

/** Of somebody who is signed in and confirms who they are. */
export class PasswordWrong extends Refusal {
  constructor() {
    super("forbidden", "auth.password_wrong", "The password is not right.", {}, [
      { path: "password", code: "password_wrong", message: "is not right" },
    ]);
  }
}

/** What would be taken away is the last thing to sign in by. */
export class LastWayIn extends Refusal {
  constructor() {
    super("precondition", "auth.last_way_in", "This is your last way to sign in. Add another first.");
  }
}

export class ProviderNotFound extends Refusal {
  constructor() {
    super("not_found", "auth.provider_not_found", "There is no such sign-in provider.");
  }
}

/** Down, misconfigured, or its answer was not the right one to this browser's own request: one answer for all. */
export class ProviderFailed extends Refusal {
  constructor() {
    super("upstream", "auth.provider_failed", "The sign-in provider did not answer as it should. Try again.");
  }
}

/** Nobody here is connected with this account of the provider. Does not say whether its address is known. */
export class IdentityUnknown extends Refusal {
  constructor() {
    super(
      "forbidden",
      "auth.identity_unknown",
      "No account is connected with this. Sign in another way and connect it in your security settings.",
    );
  }
}

export class IdentityTaken extends Refusal {
  constructor() {
    super("conflict", "auth.identity_taken", "This account of the provider is connected already.");
  }
}

export class IdentityNotFound extends Refusal {
  constructor() {
    super("not_found", "auth.identity_not_found", "There is no such connected account.");
  }
}
