import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

type Chain = { isIntact: boolean; entries: bigint; firstBreak: bigint | null };

/** What the check of the log has found. */
export function ChainNotice({ chain }: { chain: Chain }) {
  const t = useTranslations("audit.chain");
  if (chain.firstBreak === null) {
    return (
      <Notice tone="positive" live="status" title={t("intact.title")}>
        {t("intact.text", { count: Number(chain.entries) })}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" live="alert" title={t("broken.title")}>
      {t("broken.text", { number: chain.firstBreak.toString() })}
    </Notice>
  );
}
