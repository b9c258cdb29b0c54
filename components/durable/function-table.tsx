import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
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
import { TextLink } from "@/components/ui/text-link";

export type FunctionLine = {
  id: string;
  name: string;
  isGone: boolean;
  events: string[];
  schedules: { cron: string; timeZone: string | null; nextAt: Date }[];
  open: bigint;
  failed: bigint;
  recent: bigint;
  lastAt: Date | null;
};

/** Functions with what starts them, when that comes up next, and their runs. */
export function FunctionTable({ functions }: { functions: readonly FunctionLine[] }) {
  const t = useTranslations("durable.functionList");
  return (
    <Table label={t("table")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("name")}</TableHeaderCell>
          <TableHeaderCell>{t("startedBy")}</TableHeaderCell>
          <TableHeaderCell>{t("next")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("open")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("failed")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("recent")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("last")}</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {functions.map((fn) => (
          <TableRow key={fn.id}>
            <TableCell grow>
              <RowLink href={runsHref(fn.id)}>
                <bdi>{fn.name}</bdi>
              </RowLink>
              {fn.isGone && (
                <Badge dot={false} className="ms-2">
                  {t("gone")}
                </Badge>
              )}
            </TableCell>
            <TableCell>
              <span className="grid py-1.5">
                {fn.events.map((event) => (
                  <Code key={event}>{event}</Code>
                ))}
                {fn.schedules.map(({ cron, timeZone }) => (
                  <span key={`${cron} ${timeZone}`}>
                    <Code>{cron}</Code> <bdi className="text-subtle text-sm">{timeZone ?? "UTC"}</bdi>
                  </span>
                ))}
              </span>
            </TableCell>
            <TableCell>
              {fn.schedules[0] ? (
                <DateTime value={fn.schedules[0].nextAt} show="date-time" />
              ) : (
                <span className="text-subtle">–</span>
              )}
            </TableCell>
            <TableCell numeric>{fn.open.toString()}</TableCell>
            <TableCell numeric>
              {fn.failed > 0n ? (
                <TextLink href={runsHref(fn.id, "failed")} className="relative z-1">
                  {fn.failed.toString()}
                </TextLink>
              ) : (
                <span className="text-subtle">0</span>
              )}
            </TableCell>
            <TableCell numeric>{fn.recent.toString()}</TableCell>
            <TableCell numeric>
              {fn.lastAt ? (
                <DateTime value={fn.lastAt} show="date-time" />
              ) : (
                <span className="text-subtle">{t("never")}</span>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function runsHref(functionId: string, state?: string): string {
  const query = new URLSearchParams({ functionId, ...(state && { state }) });
  return `/admin/durable?${query}`;
}
