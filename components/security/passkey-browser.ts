"use client";

import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

/** Has the browser show a passkey for these options (JSON), as a form carries the answer. Undefined when it was not done. */
export async function shownPasskey(options: string, byAutofill = false): Promise<string | undefined> {
  const optionsJSON: PublicKeyCredentialRequestOptionsJSON = JSON.parse(options);
  return startAuthentication({ optionsJSON, useBrowserAutofill: byAutofill }).then(
    (answer) => JSON.stringify(answer),
    () => undefined,
  );
}

/** Has the browser make a passkey. Undefined when it was not done. */
export async function madePasskey(options: string): Promise<string | undefined> {
  const optionsJSON: PublicKeyCredentialCreationOptionsJSON = JSON.parse(options);
  return startRegistration({ optionsJSON }).then(
    (answer) => JSON.stringify(answer),
    () => undefined,
  );
}
