"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { toast } from "@/components/ui/toast";

export type OpenLink = {
  id: string;
  host: string;
  note: string | null;
  createdBy: string;
  expiresAt: Date;
};

/** Links that could still open a company, each with the way to close it. */
export function LinkList({
  links,
  revoke,
}: {
  links: readonly OpenLink[];
  revoke?: FormAction<unknown> | undefined;
}) {
  const t = useTranslations("platform.links");
  return (
    <ul>
      {links.map(({ id, host, note, createdBy, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t px-4 py-3">
          <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
            <p className="wrap-anywhere font-medium">
              <bdi dir="ltr">{host}</bdi>
            </p>
            <p className="wrap-anywhere text-muted text-sm">
              {note && (
                <>
                  <bdi>{note}</bdi>
                  {" · "}
                </>
              )}
              {t("by", { name: createdBy })}
              {" · "}
              {t("until")} <DateTime value={expiresAt} show="date-time" />
            </p>
          </div>
          {revoke && <RevokeLink link={{ id, host }} action={revoke} />}
        </li>
      ))}
    </ul>
  );
}

function RevokeLink({ link, action }: { link: { id: string; host: string }; action: FormAction<unknown> }) {
  const t = useTranslations("platform.links.revoke");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function revoke() {
    const { error } = await runAction(action, { linkId: link.id });
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost" aria-label={t("labelOf", { host: link.host })}>
          {t("label")}
        </Button>
      }
      title={t("title", { host: link.host })}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      onConfirm={revoke}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
