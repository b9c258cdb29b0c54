import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";

/** What an operation does, in words; its bare name where it has none (it may be gone by now). */
export function OperationName({ name }: { name: string }) {
  const t = useTranslations("operations");
  return t.has(name as never) ? t(name as never) : <Code>{name}</Code>;
}
