import { RefusedPage } from "@/components/admin/refused-page";
import { signedIn } from "@/lib/auth/session-actor";

export default async function ForbiddenPage() {
  const person = await signedIn();
  return (
    <main>
      <RefusedPage isStaff={person?.actor.audience === "staff"} />
    </main>
  );
}
