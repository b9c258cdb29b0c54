import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { isHostSuspended } from "@/lib/tenants/suspension";

/** Where every page of a suspended company leads (`proxy.ts`). The refusal itself says what to say (`app/forbidden.tsx`). */
export default async function SuspendedPage(): Promise<never> {
  if (await isHostSuspended((await headers()).get("host") ?? "")) forbidden();
  redirect("/");
}
