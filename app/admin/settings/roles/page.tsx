import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { RoleTable } from "@/components/rights/role-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { createRole } from "@/lib/auth/operations/create-role";
import { listRoles } from "@/lib/auth/operations/list-roles";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.role");
  return { title: t("title") };
}

export default guardedPage(listRoles, async ({ read, may }) => {
  const [t, { items }] = await Promise.all([getTranslations("people.role"), read(listRoles, {})]);
  return (
    <PageLayout width="list">
      <PageHeader title={t("title")} description={t("description")} />
      {(["STAFF", "CLIENT"] as const).map((kind) => (
        <Card key={kind}>
          <CardHeader
            title={t(`kinds.${kind}`)}
            actions={
              may(createRole) && (
                <ButtonLink size="sm" href={`/admin/settings/roles/new?kind=${kind}`}>
                  {t("new")}
                </ButtonLink>
              )
            }
          />
          <RoleTable label={t(`kinds.${kind}`)} roles={items.filter((role) => role.kind === kind)} />
        </Card>
      ))}
    </PageLayout>
  );
});
