"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { toast } from "@/components/ui/toast";
import { deviceOf } from "@/lib/auth/rules/device";

export type SessionLine = {
  id: string;
  address: string | null;
  userAgent: string | null;
  /** Name of the country, as far as it is known. */
  place: string | null;
  method: string;
  isCurrent: boolean;
  createdAt: Date;
  lastSeenAt: Date;
};

/** Where the person is signed in. */
export function SessionList({
  sessions,
  action,
}: {
  sessions: readonly SessionLine[];
  /** Absent where one may only look. */
  action: FormAction<unknown> | undefined;
}) {
  return (
    <ul className="divide-y">
      {sessions.map((session) => (
        <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
          <SessionFacts session={session} />
          {action && !session.isCurrent && <EndSession session={session} action={action} />}
        </li>
      ))}
    </ul>
  );
}

function SessionFacts({ session }: { session: SessionLine }) {
  const t = useTranslations("security.sessions");
  const { browser, system } = deviceOf(session.userAgent);
  return (
    <div className="grid min-w-0 gap-0.5">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {browser ? t("device", { browser, system: system ?? t("unknownSystem") }) : t("unknownDevice")}
        {session.isCurrent && <Badge tone="positive">{t("current")}</Badge>}
      </p>
      <p className="text-muted text-sm">
        {[session.place, session.address]
          .filter((known) => known !== null)
          .map((known) => (
            <Fragment key={known}>
              <bdi>{known}</bdi>
              <span className="mx-1.5 text-subtle">·</span>
            </Fragment>
          ))}
        {t("lastSeen")} <DateTime value={session.lastSeenAt} show="date-time" />
        <span className="mx-1.5 text-subtle">·</span>
        {t("since")} <DateTime value={session.createdAt} />
        {t.has(`methods.${session.method}` as never) && ` ${t(`methods.${session.method}` as never)}`}
      </p>
    </div>
  );
}

function EndSession({ session, action }: { session: SessionLine; action: FormAction<unknown> }) {
  const t = useTranslations("security.sessions.end");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function confirm() {
    const { error } = await runAction(action, { sessionId: session.id });
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={<Button size="sm">{t("label")}</Button>}
      title={t("title")}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      tone="primary"
      onConfirm={confirm}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
