import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { DeclineForm } from "@/components/clients/decline-form";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { declineErasure } from "@/lib/privacy/operations/decline-erasure";
import { listErasureRequests } from "@/lib/privacy/operations/list-erasure-requests";
import { declineErasureAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.areas");
  return { title: t("privacy") };
}

export default guardedPage(listErasureRequests, async ({ read, may }) => {
  const [t, areas, { items }] = await Promise.all([
    getTranslations("clients.requests"),
    getTranslations("shell.areas"),
    read(listErasureRequests, { limit: 100 }),
  ]);
  return (
    <PageLayout width="form">
      <PageHeader title={areas("privacy")} description={t("text")} />
      <Card>
        <CardBody className="pt-4">
          {items.length === 0 && (
            <EmptyState title={t("none")} icon={<ShieldCheck />}>
              {t("noneText")}
            </EmptyState>
          )}
          <ul className="divide-y">
            {items.map((request) => (
              <li key={request.id} className="grid gap-2 py-3 first:pt-0 last:pb-0">
                <p className="flex flex-wrap justify-between gap-3">
                  <span className="font-medium">
                    <bdi>{request.subjectName}</bdi>
                    <span className="ms-2 font-normal text-subtle">{t(`status.${request.status}`)}</span>
                  </span>
                  <DateTime value={request.createdAt} />
                </p>
                {request.reason && (
                  <p className="wrap-anywhere text-muted">
                    <bdi>{request.reason}</bdi>
                  </p>
                )}
                {request.answer && (
                  <p className="wrap-anywhere text-muted">
                    <bdi>{request.answer}</bdi>
                  </p>
                )}
                {request.status === "open" && (
                  <div className="grid gap-3">
                    <span>
                      <ButtonLink href={subjectPath(request)}>{t("look")}</ButtonLink>
                    </span>
                    {may(declineErasure) && (
                      <DeclineForm
                        requestId={request.id}
                        version={request.version}
                        action={declineErasureAction}
                      />
                    )}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </CardBody>
      </Card>
    </PageLayout>
  );
});

function subjectPath({ subjectKind, subjectId }: { subjectKind: string; subjectId: string }): string {
  if (subjectKind === "client") return `/admin/clients/${subjectId}?tab=privacy`;
  return `/admin/privacy/${subjectKind}/${subjectId}`;
}
