import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { Code } from "@/components/ui/code";
import { DateTime } from "@/components/ui/date-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import type { Tones } from "@/lib/ui/tone";
import { RevokeKeyButton } from "./revoke-key-button";

type Status = "ACTIVE" | "EXPIRED" | "REVOKED";
const tones: Tones<Status> = { ACTIVE: "positive", EXPIRED: "warning", REVOKED: "neutral" };

export type ApiKeyLine = {
  id: string;
  name: string;
  prefix: string;
  scopes: readonly string[];
  status: Status;
  createdBy: { name: string };
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

export function ApiKeyTable({ keys, revoke }: { keys: readonly ApiKeyLine[]; revoke?: FormAction<unknown> }) {
  const t = useTranslations("settings.apiKeys");
  return (
    <Table label={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("name")}</TableHeaderCell>
          <TableHeaderCell>{t("key")}</TableHeaderCell>
          <TableHeaderCell>{t("scopes")}</TableHeaderCell>
          <TableHeaderCell>{t("createdBy")}</TableHeaderCell>
          <TableHeaderCell>{t("lastUsed")}</TableHeaderCell>
          <TableHeaderCell>{t("expires")}</TableHeaderCell>
          <TableHeaderCell>{t("statusLabel")}</TableHeaderCell>
          <TableHeaderCell>
            <span className="sr-only">{t("actions")}</span>
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.id}>
            <TableCell grow className="font-medium">
              {key.name}
            </TableCell>
            <TableCell className="text-muted">
              <Code>{`${key.prefix}…`}</Code>
            </TableCell>
            <TableCell>
              <span title={key.scopes.join("\n")}>{t("scopeCount", { count: key.scopes.length })}</span>
            </TableCell>
            <TableCell className="text-muted">{key.createdBy.name}</TableCell>
            <TableCell className="text-muted">
              {key.lastUsedAt ? <DateTime value={key.lastUsedAt} /> : t("never")}
            </TableCell>
            <TableCell className="text-muted">
              {key.expiresAt ? <DateTime value={key.expiresAt} /> : t("noExpiry")}
            </TableCell>
            <TableCell>
              <StatusBadge status={key.status} tones={tones} label={t(`status.${key.status}`)} look="plain" />
            </TableCell>
            <TableCell className="text-end">
              {revoke && key.status === "ACTIVE" && (
                <RevokeKeyButton apiKey={{ id: key.id, name: key.name }} action={revoke} />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
