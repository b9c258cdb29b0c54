import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ProviderForm } from "@/components/settings/provider-form";
import { TestProvider } from "@/components/settings/test-provider";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { PageHeader } from "@/components/ui/page-header";
import { getProvider } from "@/lib/auth/operations/get-provider";
import { ownOrigin } from "@/lib/doors/own-origin";
import { updateProviderAction } from "../../actions";
import { testProviderAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.providers");
  return { title: t("title") };
}

export default guardedPage(getProvider, async ({ params, read }) => {
  const [t, common, provider, origin] = await Promise.all([
    getTranslations("settings.providers"),
    getTranslations("common"),
    read(getProvider, { providerId: params.providerId ?? "" }),
    ownOrigin(),
  ]);
  const { createdAt, updatedAt, ...values } = provider;
  return (
    <PageLayout width="form">
      <PageHeader
        title={provider.name}
        facts={t(`kinds.${provider.kind}`)}
        actions={<TestProvider providerId={provider.id} action={testProviderAction} />}
      />
      <Card>
        <CardHeader title={t("redirect")} />
        <CardBody>
          <CopyableCode
            value={`${origin}/api/auth/callback/${provider.id}`}
            label={common("copy")}
            copiedLabel={common("copied")}
          />
        </CardBody>
      </Card>
      <ProviderForm key={provider.version} action={updateProviderAction} provider={values} />
    </PageLayout>
  );
});
