import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tones } from "@/lib/ui/tone";
import type { ProviderValues } from "./provider-form";

const tones: Tones<"on" | "off"> = { on: "positive", off: "neutral" };

export function ProviderTable({ providers }: { providers: readonly ProviderValues[] }) {
  const t = useTranslations("settings.providers");
  return (
    <Table label={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("name")}</TableHeaderCell>
          <TableHeaderCell>{t("kind")}</TableHeaderCell>
          <TableHeaderCell>{t("for")}</TableHeaderCell>
          <TableHeaderCell>{t("state")}</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {providers.map(({ id, name, kind, forStaff, forClients, isEnabled }) => (
          <TableRow key={id}>
            <TableCell grow className="font-medium">
              <TextLink tone="quiet" href={`/admin/settings/sign-in-providers/${id}`}>
                {name}
              </TextLink>
            </TableCell>
            <TableCell className="text-muted">{t(`kinds.${kind}`)}</TableCell>
            <TableCell className="text-muted">
              {[forStaff && t("forStaff"), forClients && t("forClients")].filter(Boolean).join(", ")}
            </TableCell>
            <TableCell>
              <StatusBadge
                status={isEnabled ? "on" : "off"}
                tones={tones}
                label={isEnabled ? t("on") : t("off")}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
