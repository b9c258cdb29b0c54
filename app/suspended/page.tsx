import { forbidden, redirect } from "next/navigation";
import { isHostRefused } from "@/app/suspended-host";

/** Where every page of a suspended company leads (`proxy.ts`). The refusal itself says what to say (`app/forbidden.tsx`). */
export default async function SuspendedPage(): Promise<never> {
  if (await isHostRefused()) forbidden();
  redirect("/");
}
