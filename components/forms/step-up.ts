"use client";

/** The refusal of a sensitive action to somebody who proved long ago who they are. */
export const freshSignInNeeded = "core.fresh_sign_in_needed";

type Asker = () => Promise<boolean>;
let asker: Asker | undefined;

/** The dialog that asks puts itself here while it is on the page; returns how to take it away. */
export function answersStepUp(next: Asker): () => void {
  asker = next;
  return () => {
    if (asker === next) asker = undefined;
  };
}

/** Asks the person to prove who they are. False when they would not, or where there is nothing that asks. */
export async function confirmIdentity(): Promise<boolean> {
  return asker === undefined ? false : asker();
}
