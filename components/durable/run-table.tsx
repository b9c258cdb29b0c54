"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Code } from "@/components/ui/code";
import { DateTime } from "@/components/ui/date-time";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "@/components/ui/table";
import type { RunState as State } from "@/lib/durable/rules/state";
import { DurationText } from "./duration-text";
import { RunState } from "./run-state";
import { type BulkActions, SelectionBar } from "./selection-bar";
import { SubjectName } from "./subject-name";
import { useSelection } from "./use-selection";

export type RunLine = {
  id: string;
  functionName: string;
  eventName: string;
  state: State;
  isCancelling: boolean;
  isOfInstallation: boolean;
  subject: string | null;
  error: string | null;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};

interface RunTableProps {
  runs: readonly RunLine[];
  asOf: Date;
  /** What may be done to many at once; nothing can be selected where it is empty. */
  actions: BulkActions;
}

/** Runs, newest first. J and K move, X selects, Enter opens. */
export function RunTable({ runs, asOf, actions }: RunTableProps) {
  const t = useTranslations("durable");
  const canSelect = actions.retry !== undefined || actions.cancel !== undefined;
  const selection = useSelection(runs.map(({ id }) => id));

  return (
    <>
      <Table label={t("columns.table")}>
        <TableHead>
          <TableRow>
            {canSelect && (
              <TableHeaderCell className="w-8 pe-0">
                <Checkbox
                  aria-label={t("selection.all")}
                  checked={selection.isAll}
                  indeterminate={selection.ids.length > 0 && !selection.isAll}
                  onCheckedChange={selection.toggleAll}
                  className="align-middle"
                />
              </TableHeaderCell>
            )}
            <TableHeaderCell>{t("columns.function")}</TableHeaderCell>
            <TableHeaderCell>{t("columns.state")}</TableHeaderCell>
            <TableHeaderCell className="max-sm:hidden">{t("columns.about")}</TableHeaderCell>
            <TableHeaderCell className="max-lg:hidden">{t("columns.event")}</TableHeaderCell>
            <TableHeaderCell numeric className="max-sm:hidden">
              {t("columns.took")}
            </TableHeaderCell>
            <TableHeaderCell numeric>{t("columns.begun")}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={run.id} selected={selection.has(run.id)}>
              {canSelect && (
                <TableCell className="w-8 pe-0">
                  <Checkbox
                    aria-label={t("selection.one", { name: run.functionName })}
                    checked={selection.has(run.id)}
                    onCheckedChange={() => selection.toggle(run.id)}
                    className="z-1 align-middle"
                  />
                </TableCell>
              )}
              <TableCell grow>
                <RowLink href={`/admin/durable/${run.id}`}>
                  <bdi>{run.functionName}</bdi>
                </RowLink>
                {run.error && (
                  <span className="ms-2 text-subtle">
                    <bdi>{run.error}</bdi>
                  </span>
                )}
              </TableCell>
              <TableCell>
                <RunState run={run} look="plain" />
              </TableCell>
              <TableCell className="max-sm:hidden">
                <SubjectName run={run} />
              </TableCell>
              <TableCell className="max-lg:hidden">
                <Code className="text-muted">{run.eventName}</Code>
              </TableCell>
              <TableCell numeric className="max-sm:hidden">
                <DurationText from={run.createdAt} to={run.endedAt ?? asOf} />
              </TableCell>
              <TableCell numeric>
                <DateTime value={run.createdAt} show="date-time" />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <SelectionBar
        runs={runs.filter(({ id }) => selection.has(id))}
        actions={actions}
        onClear={selection.clear}
      />
    </>
  );
}
