import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { AuditTimeline } from "@/components/audit/audit-timeline";
import { BrandCard } from "@/components/platform/brand-card";
import { ResumeCompany, SuspendCompany } from "@/components/platform/company-actions";
import { CompanyFacts, CompanyFigures } from "@/components/platform/company-facts";
import { CompanyStatus } from "@/components/platform/company-status";
import { ExportCompany } from "@/components/platform/export-company";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { exportCompany } from "@/lib/platform/operations/export-company";
import { getCompany } from "@/lib/platform/operations/get-company";
import { getCompanyBrand } from "@/lib/platform/operations/get-company-brand";
import { resumeCompany } from "@/lib/platform/operations/resume-company";
import { suspendCompany } from "@/lib/platform/operations/suspend-company";
import { updateCompanyBrand } from "@/lib/platform/operations/update-company-brand";
import { resumeCompanyAction, suspendCompanyAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform");
  return { title: t("one") };
}

export default guardedPage(getCompany, async ({ params, read, may }) => {
  const { companyId = "" } = params;
  const company = await read(getCompany, { companyId });
  const [t, brand, history] = await Promise.all([
    getTranslations("platform"),
    may(getCompanyBrand) ? read(getCompanyBrand, { companyId }) : undefined,
    may(listAuditEntries) ? read(listAuditEntries, { recordId: companyId, limit: 20 }) : undefined,
  ]);
  const path = `/admin/platform/companies/${companyId}`;
  const { hosts } = company;
  const isSuspended = company.status === "SUSPENDED";

  return (
    <PageLayout width="record">
      <PageHeader
        title={<bdi>{company.name}</bdi>}
        badge={<CompanyStatus status={company.status} />}
        facts={[
          <bdi key="host" dir="ltr">
            {hosts[0] ?? t("hosts.any")}
          </bdi>,
          <span key="currency">{company.currency}</span>,
        ]}
        actions={
          <>
            {may(exportCompany) && (
              <ExportCompany href={`${path}/export`} fileName={`company-${companyId}.ndjson`} />
            )}
            {may(suspendCompany) && !isSuspended && (
              <SuspendCompany company={company} action={suspendCompanyAction} />
            )}
            {may(resumeCompany) && isSuspended && (
              <ResumeCompany company={company} action={resumeCompanyAction} />
            )}
          </>
        }
      />
      {isSuspended && (
        <Notice tone="warning" title={t("suspended.title")}>
          {t("suspended.text", { reason: company.suspendedReason ?? "" })}
        </Notice>
      )}
      <RecordColumns
        side={
          <>
            <CompanyFigures company={company} />
            {brand && <BrandCard path={path} brand={brand} mayChange={may(updateCompanyBrand)} />}
            <Card>
              <CardHeader title={t("hosts.title")} />
              <CardBody>
                {hosts.length === 0 ? (
                  <p className="text-muted">{t("hosts.none")}</p>
                ) : (
                  <ul className="grid gap-1">
                    {hosts.map((host) => (
                      <li key={host} dir="ltr" className="wrap-anywhere rtl:text-end">
                        {host}
                      </li>
                    ))}
                  </ul>
                )}
              </CardBody>
            </Card>
          </>
        }
      >
        <CompanyFacts company={company} />
        {history && (
          <Card>
            <CardHeader
              title={t("history.title")}
              description={t("history.text")}
              actions={<TextLink href={`/admin/audit?recordId=${companyId}`}>{t("history.all")}</TextLink>}
            />
            <CardBody>
              <AuditTimeline entries={history.items} />
            </CardBody>
          </Card>
        )}
      </RecordColumns>
    </PageLayout>
  );
});
