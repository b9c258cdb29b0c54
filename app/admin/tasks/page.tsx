import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { MessagesFor } from "@/components/i18n/messages-for";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { TaskControls } from "@/components/services/task-controls";
import { TaskTable } from "@/components/services/task-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { completeTask } from "@/lib/provisioning/operations/complete-task";
import { failTask } from "@/lib/provisioning/operations/fail-task";
import { listTasks } from "@/lib/provisioning/operations/list-tasks";
import { completeTaskAction, failTaskAction } from "../services/actions";

const path = "/admin/tasks";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tasks");
  return { title: t("title") };
}

export default guardedPage(
  listTasks,
  async ({ search, read, may }) => {
    const t = await getTranslations("tasks");
    const current = listParameters(search, ["status", "kind", "serviceId", "cursor"]);
    const { status = "OPEN", ...rest } = current;
    const sort = status === "OPEN" ? "createdAt" : "-createdAt";
    const { items, nextCursor } = await read(listTasks, { ...rest, status, sort } as object);
    const views = [
      { href: path, label: t("views.open") },
      { href: `${path}?kind=carry_out`, label: t("views.carry_out") },
      { href: `${path}?kind=look_into`, label: t("views.look_into") },
      { href: `${path}?status=DONE`, label: t("views.done") },
    ];
    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} description={t("description")} />
        <NavTabs label={t("views.label")} tabs={views} current={listHref(path, current, {})} />
        <Card>
          {items.length > 0 ? (
            <MessagesFor parts={["services", "tasks"]}>
              <TaskTable
                tasks={items}
                controls={({ id, kind, userName, actionKind }) => (
                  <TaskControls
                    task={{ id, kind, userName }}
                    asksForAccess={kind === "carry_out" && actionKind === "CREATE"}
                    complete={may(completeTask) ? completeTaskAction : undefined}
                    fail={may(failTask) ? failTaskAction : undefined}
                  />
                )}
              />
            </MessagesFor>
          ) : Object.keys(current).length > 0 ? (
            <EmptyState
              icon={<ListChecks />}
              title={t("noneFound.title")}
              action={<ButtonLink href={path}>{t("views.open")}</ButtonLink>}
            >
              {t("noneFound.text")}
            </EmptyState>
          ) : (
            <EmptyState icon={<ListChecks />} title={t("empty.title")}>
              {t("empty.text")}
            </EmptyState>
          )}
        </Card>
        <ListPages path={path} current={current} shown={items.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
