"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

const everyMs = 4_000;

/**
 * Reads the page anew every few seconds while it is looked at, in place: what was chosen and opened stays. The next reading waits
 * for the one before, and for a navigation that has begun: on a slow line readings would otherwise hold it up again and again.
 */
export function LiveRefresh() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const isBusy = useRef(false);

  useEffect(() => {
    isBusy.current = isPending;
  }, [isPending]);

  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState !== "visible" || isBusy.current) return;
      startTransition(() => router.refresh());
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
