import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";

/** A payload as formatted JSON, with its name and a button that copies it. */
export function JsonBlock({ label, value }: { label: string; value: unknown }) {
  const common = useTranslations("common");
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return (
    <div className="grid min-w-0 gap-1">
      <div className="flex items-center justify-between gap-2">
        <p className="text-muted text-sm">{label}</p>
        <CopyButton value={text} label={`${common("copy")}: ${label}`} copiedLabel={common("copied")} />
      </div>
      <CodeBlock label={label} className="max-h-80">
        {text}
      </CodeBlock>
    </div>
  );
}
