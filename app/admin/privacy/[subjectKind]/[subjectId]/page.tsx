import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as actions from "@/app/admin/clients/actions";
import { guardedPage } from "@/app/guarded-page";
import { PersonalData } from "@/components/clients/personal-data";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { fileLink } from "@/lib/core/files/link";
import { erase } from "@/lib/privacy/operations/erase";
import { listConsents } from "@/lib/privacy/operations/list-consents";
import { listExports } from "@/lib/privacy/operations/list-exports";
import { previewErasure } from "@/lib/privacy/operations/preview-erasure";
import { recordConsent } from "@/lib/privacy/operations/record-consent";
import { requestExport } from "@/lib/privacy/operations/request-export";

const kinds = ["user", "contact"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.areas");
  return { title: t("privacy") };
}

/** What is held of an account or of a contact; a client's own is a tab of its record. */
export default guardedPage(previewErasure, async ({ params, read, may, actor }) => {
  const subjectKind = kinds.find((kind) => kind === params.subjectKind);
  const { subjectId = "" } = params;
  if (subjectKind === undefined) notFound();

  const subject = { subjectKind, subjectId };
  const preview = await read(previewErasure, subject);
  const [t, areas, consents, exports] = await Promise.all([
    getTranslations("clients.privacy"),
    getTranslations("shell.areas"),
    may(listConsents) ? read(listConsents, subject) : { items: [] },
    may(listExports) ? read(listExports, { limit: 50 }) : { items: [] },
  ]);
  const { tenantId, id: actorId = "" } = actor;
  const link = (id: string) =>
    fileLink({ kind: "export", id, tenantId, actorId }, { now: new Date(), minutes: 60 });

  return (
    <PageLayout width="form">
      <PageHeader title={<bdi>{preview.name}</bdi>} facts={[areas("privacy")]} />
      <PersonalData
        subject={subject}
        consents={consents.items}
        exports={exports.items
          .filter((one) => one.subjectId === subjectId)
          .map(({ id, status, createdAt }) => ({
            id,
            status,
            createdAt,
            href: status === "ready" ? link(id) : null,
          }))}
        wording={t("consent.wording")}
        requestExport={may(requestExport) ? actions.requestExportAction : undefined}
        recordConsent={may(recordConsent) ? actions.recordConsentAction : undefined}
        erasure={may(erase) ? { action: actions.eraseAction, ...preview } : undefined}
        erasedHref={subjectKind === "user" ? "/admin/settings/people" : "/admin/clients"}
      />
    </PageLayout>
  );
});
