import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { guardedPage } from "@/app/guarded-page";
import { type ClientDraft, ClientForm } from "@/components/clients/client-form";
import { PageLayout } from "@/components/shell/page-layout";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getClient } from "@/lib/clients/operations/get-client";
import { updateClient } from "@/lib/clients/operations/update-client";
import { canClient } from "@/lib/clients/rules/status";
import type { ClientView } from "@/lib/clients/schema";
import { updateClientAction } from "../../actions";
import { clientChoices } from "../../choices";

type Client = z.output<typeof ClientView>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients");
  return { title: t("edit") };
}

export default guardedPage(updateClient, async (page) => {
  const { clientId = "" } = page.params;
  const [t, client] = await Promise.all([getTranslations("clients"), page.read(getClient, { clientId })]);
  const choices = await clientChoices(page, client.country);
  const { companyName, name, version } = client;

  return (
    <PageLayout width="form">
      <PageHeader title={t("editTitle", { name: companyName ?? name })} />
      {canClient("update", client.status) ? (
        // A newer version is another form: what was typed over the old one is not sent with the new number.
        <ClientForm key={version} client={draftOf(client)} action={updateClientAction} {...choices} />
      ) : (
        <Notice tone="warning">{t("archivedNotice")}</Notice>
      )}
    </PageLayout>
  );
});

/** What a form shows of a client: without dates, which it does not change. */
function draftOf(client: Client): ClientDraft {
  const { createdAt: _c, updatedAt: _u, number: _n, ...draft } = client;
  return draft;
}
