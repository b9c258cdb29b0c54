import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { BrandForm } from "@/components/brand/brand-form";
import { LogoForm } from "@/components/brand/logo-form";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getBrandSettings } from "@/lib/tenants/operations/get-brand-settings";
import { updateBrand } from "@/lib/tenants/operations/update-brand";
import { setLogoAction, updateBrandAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.brand");
  return { title: t("title") };
}

export default guardedPage(updateBrand, async ({ read }) => {
  const [t, brand] = await Promise.all([getTranslations("settings.brand"), read(getBrandSettings, {})]);
  const { version, logoFileId, darkLogoFileId, iconFileId } = brand;
  const logos = [
    { kind: "logo", fileId: logoFileId },
    { kind: "darkLogo", fileId: darkLogoFileId },
    { kind: "icon", fileId: iconFileId },
  ] as const;

  return (
    <PageLayout width="form">
      <PageHeader title={t("title")} description={t("description")} />
      <Card>
        <CardHeader title={t("logo.heading")} description={t("logo.description")} />
        <CardBody className="grid gap-6 sm:grid-cols-3">
          {logos.map(({ kind, fileId }) => (
            <LogoForm key={kind} kind={kind} fileId={fileId} version={version} action={setLogoAction} />
          ))}
        </CardBody>
      </Card>
      <BrandForm brand={brand} action={updateBrandAction} />
    </PageLayout>
  );
});
