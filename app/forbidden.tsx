import { headers } from "next/headers";
import { RefusedPage } from "@/components/admin/refused-page";
import { Suspended } from "@/components/admin/suspended";
import { signedIn } from "@/lib/auth/session-actor";
import { isHostSuspended } from "@/lib/tenants/suspension";

export default async function ForbiddenPage() {
  const [person, host] = await Promise.all([signedIn(), headers().then((given) => given.get("host") ?? "")]);
  const isSuspended = person === undefined && (await isHostSuspended(host));
  return (
    <main>{isSuspended ? <Suspended /> : <RefusedPage isStaff={person?.actor.audience === "staff"} />}</main>
  );
}
