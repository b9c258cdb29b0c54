import { ImpersonationBanner } from "@/components/impersonation/impersonation-banner";
import { signedIn } from "@/lib/auth/session-actor";
import { endImpersonationAction } from "./impersonation-actions";

/** The banner of every page while staff act as a client's user; nothing otherwise. */
export async function Impersonation() {
  const person = await signedIn();
  if (person?.impersonation === undefined) return null;

  const { by, reason, until } = person.impersonation;
  return (
    <ImpersonationBanner
      as={person.actor.name}
      by={by}
      reason={reason}
      until={until.toISOString()}
      end={endImpersonationAction}
    />
  );
}
