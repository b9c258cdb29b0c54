import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { GroupList } from "@/components/clients/group-list";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createGroup } from "@/lib/clients/operations/create-group";
import { deleteGroup } from "@/lib/clients/operations/delete-group";
import { listGroups } from "@/lib/clients/operations/list-groups";
import { updateGroup } from "@/lib/clients/operations/update-group";
import { createGroupAction, deleteGroupAction, updateGroupAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.areas");
  return { title: t("clientGroups") };
}

export default guardedPage(listGroups, async ({ read, may }) => {
  const [t, areas, { items }] = await Promise.all([
    getTranslations("clients.groups"),
    getTranslations("shell.areas"),
    read(listGroups, { limit: 200 }),
  ]);
  return (
    <PageLayout width="form">
      <PageHeader title={areas("clientGroups")} description={t("text")} />
      <GroupList
        groups={items.map((group) => ({ ...group, clients: Number(group.clients) }))}
        create={may(createGroup) ? createGroupAction : undefined}
        update={may(updateGroup) ? updateGroupAction : undefined}
        remove={may(deleteGroup) ? deleteGroupAction : undefined}
      />
    </PageLayout>
  );
});
