"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";

const everyMs = 4_000;

/** Reads the page anew every few seconds while it is looked at, in place: what was chosen and opened stays. */
export function LiveRefresh() {
  const router = useRouter();

  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") startTransition(() => router.refresh());
    };
    const timer = setInterval(refresh, everyMs);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router]);

  return null;
}
