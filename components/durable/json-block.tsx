import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";

/** A payload as formatted JSON, with its name and a button that copies it. */
export function JsonBlock({ label, value }: { label: string; value: unknown }) {
  const common = useTranslations("common");
  const text = textOf(value);
  return (
    <div className="grid min-w-0 gap-1">
      <div className="flex items-center justify-between gap-2">
        <p className="text-muted text-sm">{label}</p>
        <CopyButton value={text} label={`${common("copy")}: ${label}`} copiedLabel={common("copied")} />
      </div>
      <div dir="ltr" className="min-w-0">
        <CodeBlock label={label} className="max-h-80">
          {text}
        </CodeBlock>
      </div>
    </div>
  );
}

/** Formatted JSON; an error by its stack, line by line, with what else it carries. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const { stack, name, message, __serialized, ...rest } = (value ?? {}) as Record<string, unknown>;
  if (typeof stack !== "string" || typeof message !== "string") return JSON.stringify(value, null, 2);
  const more = Object.keys(rest).length > 0 ? `\n\n${JSON.stringify(rest, null, 2)}` : "";
  return `${stack.includes(message) ? "" : `${name}: ${message}\n`}${stack}${more}`;
}
