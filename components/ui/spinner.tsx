import { cn } from "@/lib/ui/cn";

/** Turning ring, decorative: say what is awaited in words beside it or with aria-busy. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span
      data-slot="spinner"
      aria-hidden="true"
      className={cn(
        "inline-block size-4 animate-spin rounded-full border-2 border-current border-e-transparent opacity-80",
        className,
      )}
    />
  );
}
