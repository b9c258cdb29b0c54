import { isHostRefused } from "@/app/suspended-host";
import { RefusedPage } from "@/components/admin/refused-page";
import { Suspended } from "@/components/admin/suspended";
import { signedIn } from "@/lib/auth/session-actor";

export default async function ForbiddenPage() {
  const [person, isRefused] = await Promise.all([signedIn(), isHostRefused()]);
  const isSuspended = person === undefined && isRefused;
  return (
    <main>{isSuspended ? <Suspended /> : <RefusedPage isStaff={person?.actor.audience === "staff"} />}</main>
  );
}
