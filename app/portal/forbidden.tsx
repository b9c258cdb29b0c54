import { RefusedPage } from "@/components/admin/refused-page";
import { signedIn } from "@/lib/auth/session-actor";

export default async function PortalForbidden() {
  const person = await signedIn();
  return <RefusedPage isStaff={person?.actor.audience === "staff"} />;
}
