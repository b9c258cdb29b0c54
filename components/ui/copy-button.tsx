"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { cn } from "@/lib/ui/cn";
import { IconButton } from "./icon-button";

export interface CopyButtonProps {
  value: string;
  /** What pressing does, such as "Copy id". */
  label: string;
  copiedLabel: string;
  size?: "sm" | "md";
  className?: string;
}

/** Copies and says so for two seconds. */
export function CopyButton({ value, label, copiedLabel, size = "sm", className }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    await copyText(value);
    setIsCopied(true);
  }

  return (
    <>
      <IconButton
        label={isCopied ? copiedLabel : label}
        icon={
          isCopied ? (
            <Check aria-hidden="true" className="text-positive" />
          ) : (
            <Copy aria-hidden="true" className="size-3.5" />
          )
        }
        size={size}
        onClick={copy}
        className={cn("relative z-1", className)}
      />
      <span role="status" className="sr-only">
        {isCopied ? copiedLabel : ""}
      </span>
    </>
  );
}

/** The clipboard interface exists on https and localhost only; a panel on a bare address still has to copy. */
async function copyText(value: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(value);

  const carrier = document.createElement("textarea");
  carrier.value = value;
  carrier.style.position = "fixed";
  carrier.style.opacity = "0";
  document.body.append(carrier);
  carrier.select();
  document.execCommand("copy");
  carrier.remove();
}
