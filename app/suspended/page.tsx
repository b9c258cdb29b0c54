import { Suspended } from "@/components/admin/suspended";

/** What every page of a suspended company shows. Only `proxy.ts` leads here, with status 403. */
export default function SuspendedPage() {
  return (
    <main>
      <Suspended />
    </main>
  );
}
