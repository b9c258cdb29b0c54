import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnsubscribeForm } from "@/components/clients/unsubscribe-form";
import { MessagesFor } from "@/components/i18n/messages-for";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { unsubscribeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients.unsubscribe");
  return { title: t("title"), robots: { index: false } };
}

/** Asks by a button: what fetches links ahead of people (mail filters) must not decide for them. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const t = await getTranslations("clients.unsubscribe");
  const { token } = await params;
  return (
    <MessagesFor parts={["clients"]}>
      <main className="px-4 py-16">
        <PageLayout width="form">
          <PageHeader title={t("title")} description={t("text")} />
          <UnsubscribeForm token={token} action={unsubscribeAction} />
        </PageLayout>
      </main>
    </MessagesFor>
  );
}
