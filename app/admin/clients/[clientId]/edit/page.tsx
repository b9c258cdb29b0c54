import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ClientForm } from "@/components/clients/client-form";
import { PageLayout } from "@/components/shell/page-layout";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getClient } from "@/lib/clients/operations/get-client";
import { updateClient } from "@/lib/clients/operations/update-client";
import { canClient } from "@/lib/clients/rules/status";
import { updateClientAction } from "../../actions";
import { clientChoices } from "../../choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients");
  return { title: t("edit") };
}

export default guardedPage(updateClient, async (page) => {
  const { clientId = "" } = page.params;
  const [t, client, choices] = await Promise.all([
    getTranslations("clients"),
    page.read(getClient, { clientId }),
    clientChoices(),
  ]);
  const { id, version, kind, name, companyName, email, country, currency, language } = client;
  const draft = { id, version, kind, name, companyName, email, country, currency, language };

  return (
    <PageLayout width="form">
      <PageHeader title={t("editTitle", { name: companyName ?? name })} />
      {canClient("update", client.status) ? (
        // A newer version is another form: what was typed over the old one is not sent with the new number.
        <ClientForm key={version} client={draft} action={updateClientAction} {...choices} />
      ) : (
        <Notice tone="warning">{t("archivedNotice")}</Notice>
      )}
    </PageLayout>
  );
});
