import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { ServiceActionShown } from "@/lib/provisioning/schema";

/** For staff: what failed, why, and what to do. Nothing where nothing failed. */
export function FailureNotice({
  action,
  children,
}: {
  action: ServiceActionShown | null;
  children?: ReactNode;
}) {
  const t = useTranslations("services.failure");
  if (action?.status !== "FAILED") return null;

  const kind = `kinds.${action.errorKind}` as "kinds.permanent";
  return (
    <Notice tone="danger" title={t(action.kind)} action={children}>
      {t.has(kind) && <p>{t(kind)}</p>}
      {action.errorText && (
        <p className="wrap-anywhere mt-1">
          <bdi>{action.errorText}</bdi>
        </p>
      )}
    </Notice>
  );
}
