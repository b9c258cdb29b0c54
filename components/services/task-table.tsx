import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateTime } from "@/components/ui/date-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { StaffTaskShown } from "@/lib/provisioning/schema";
import { taskTones } from "./service-tones";

interface TaskTableProps {
  tasks: readonly StaffTaskShown[];
  /** The buttons of an open task. */
  controls: (task: StaffTaskShown) => ReactNode;
}

export function TaskTable({ tasks, controls }: TaskTableProps) {
  const t = useTranslations("tasks");
  return (
    <Table label={t("columns.table")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("columns.task")}</TableHeaderCell>
          <TableHeaderCell className="max-lg:hidden">{t("columns.kind")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("columns.status")}</TableHeaderCell>
          <TableHeaderCell numeric className="max-sm:hidden">
            {t("columns.since")}
          </TableHeaderCell>
          <TableHeaderCell>
            <span className="sr-only">{t("columns.do")}</span>
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {tasks.map((task) => (
          <TableRow key={task.id}>
            <TableCell grow className="whitespace-normal py-2.5">
              <span className="grid gap-0.5">
                <TaskTitle task={task} />
                <span className="flex flex-wrap gap-x-2 text-muted text-sm">
                  {task.clientId && (
                    <TextLink href={`/admin/clients/${task.clientId}`} tone="quiet">
                      <bdi>{task.clientName}</bdi>
                    </TextLink>
                  )}
                  {(task.note ?? task.instructions) && (
                    <span className="wrap-anywhere text-subtle">
                      <bdi>{task.note ?? task.instructions}</bdi>
                    </span>
                  )}
                </span>
              </span>
            </TableCell>
            <TableCell className="text-muted max-lg:hidden">{t(`kind.${task.kind}`)}</TableCell>
            <TableCell className="max-sm:hidden">
              <span className="grid">
                <StatusBadge
                  status={task.status}
                  tones={taskTones}
                  look="plain"
                  label={t(`status.${task.status}`)}
                />
                {task.status === "DONE" && task.doneByName && (
                  <span className="text-sm text-subtle">
                    <bdi>{task.doneByName}</bdi>
                  </span>
                )}
              </span>
            </TableCell>
            <TableCell numeric className="max-sm:hidden">
              <DateTime value={task.createdAt} show="date-time" />
            </TableCell>
            <TableCell className="text-end">{task.status === "OPEN" && controls(task)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function TaskTitle({ task }: { task: StaffTaskShown }) {
  const t = useTranslations("tasks.what");
  const title = t(task.actionKind ?? "CREATE", { label: `\u2068${task.serviceLabel ?? ""}\u2069` });
  if (task.serviceId === null) return <span className="font-medium">{title}</span>;
  return (
    <TextLink href={`/admin/services/${task.serviceId}`} tone="quiet" className="font-medium">
      {title}
    </TextLink>
  );
}
