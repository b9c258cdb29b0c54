"use client";

import { Failed } from "@/components/admin/failed";

export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main>
      <Failed {...props} />
    </main>
  );
}
