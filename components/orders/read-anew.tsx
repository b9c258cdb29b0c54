"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useFormFacts } from "@/components/forms/form-context";

/**
 * Reads anew what the form around was refused for, because it is another by now: the price, or the terms. The next try is for what is
 * shown then.
 */
export function ReadAnew({ onPriceChanged }: { onPriceChanged: () => void }) {
  const { error } = useFormFacts();
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer.
  useEffect(() => {
    if (error?.code === "orders.price_changed") onPriceChanged();
    if (error?.code === "orders.price_changed" || error?.code === "orders.terms_not_accepted")
      router.refresh();
  }, [error]);
  return null;
}
