import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { BrandForm } from "@/components/brand/brand-form";
import { LogoForm } from "@/components/brand/logo-form";
import { NameField } from "@/components/platform/name-field";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getCompanyBrand } from "@/lib/platform/operations/get-company-brand";
import { updateCompanyBrand } from "@/lib/platform/operations/update-company-brand";
import { setCompanyLogoAction, updateCompanyBrandAction } from "../../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.brand");
  return { title: t("page") };
}

export default guardedPage(updateCompanyBrand, async ({ params, read }) => {
  const { companyId = "" } = params;
  const brand = await read(getCompanyBrand, { companyId });
  const [t, own] = await Promise.all([getTranslations("platform.brand"), getTranslations("settings.brand")]);
  const { name, version, logoFileId, darkLogoFileId, iconFileId } = brand;
  const logos = [
    { kind: "logo", fileId: logoFileId },
    { kind: "darkLogo", fileId: darkLogoFileId },
    { kind: "icon", fileId: iconFileId },
  ] as const;
  const images = `/admin/platform/companies/${companyId}/logos`;

  return (
    <PageLayout width="form">
      <PageHeader title={<bdi>{name}</bdi>} description={t("description")} />
      <Notice>{t("onBehalf")}</Notice>
      <Card>
        <CardHeader title={own("logo.heading")} description={own("logo.description")} />
        <CardBody className="grid gap-6 sm:grid-cols-3">
          {logos.map(({ kind, fileId }) => (
            <LogoForm
              key={kind}
              kind={kind}
              fileId={fileId}
              version={version}
              action={setCompanyLogoAction}
              images={images}
              hidden={{ companyId }}
            />
          ))}
        </CardBody>
      </Card>
      <BrandForm brand={brand} action={updateCompanyBrandAction} hidden={{ companyId }}>
        <NameField name={name} />
      </BrandForm>
    </PageLayout>
  );
});
