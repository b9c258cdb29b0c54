import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { switchClientAction } from "@/app/member-actions";
import { ClientSwitch } from "@/components/people/client-switch";
import { PageLayout } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listOwnClients } from "@/lib/auth/operations/list-own-clients";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.switch");
  return { title: t("title") };
}

export default guardedPage(
  listOwnClients,
  async ({ read }) => {
    const [t, { items }] = await Promise.all([getTranslations("people.switch"), read(listOwnClients, {})]);
    return (
      <PageLayout width="form">
        <PageHeader title={t("title")} description={t("description")} />
        <Card>
          <ClientSwitch clients={items} action={switchClientAction} />
        </Card>
      </PageLayout>
    );
  },
  { audience: "client" },
);
