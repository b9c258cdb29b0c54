import { cn } from "@/lib/ui/cn";
import { Code } from "./code";
import { CopyButton, type CopyButtonProps } from "./copy-button";

/** An id in a line of facts, with its copy button. */
export function CopyableCode({ shown, ...copy }: CopyButtonProps & { shown?: string }) {
  return (
    <span data-slot="copyable-code" className="inline-flex max-w-full items-center gap-0.5">
      <Code className="min-w-0 truncate">{shown ?? copy.value}</Code>
      <CopyButton {...copy} />
    </span>
  );
}

/** A secret that is shown once: whole, selectable at one press, and made to be copied. Say beside it that it goes. */
export function CopyableSecret({ className, ...copy }: CopyButtonProps) {
  return (
    <div
      data-slot="copyable-secret"
      className={cn(
        "flex items-start gap-2 rounded-control border border-border-strong bg-surface-muted py-1 ps-3 pe-1",
        className,
      )}
    >
      <Code className="min-w-0 flex-1 select-all py-1.5 leading-5">{copy.value}</Code>
      <CopyButton {...copy} size="md" />
    </div>
  );
}
