import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
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
import type { TemplateName } from "@/lib/mail/rules/templates";

interface TemplateTableProps {
  templates: readonly {
    template: TemplateName;
    language: string;
    subject: string;
    isOwn: boolean;
    updatedAt: Date | null;
  }[];
}

export function TemplateTable({ templates }: TemplateTableProps) {
  const t = useTranslations("mailbox");
  return (
    <Table label={t("templatePages.title")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("columns.template")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("columns.subject")}</TableHeaderCell>
          <TableHeaderCell>{t("columns.words")}</TableHeaderCell>
          <TableHeaderCell numeric className="max-sm:hidden">
            {t("columns.changed")}
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {templates.map(({ template, language, subject, isOwn, updatedAt }) => (
          <TableRow key={template}>
            <TableCell>
              <RowLink href={`/admin/settings/mail-templates/${template}/${language}`}>
                {t(`templates.${template}`)}
              </RowLink>
            </TableCell>
            <TableCell grow className="text-muted max-sm:hidden">
              <bdi lang={language}>{subject}</bdi>
            </TableCell>
            <TableCell>
              <Badge tone={isOwn ? "info" : "neutral"} look="plain">
                {t(isOwn ? "templatePages.own" : "templatePages.usual")}
              </Badge>
            </TableCell>
            <TableCell numeric className="max-sm:hidden">
              {updatedAt && <DateTime value={updatedAt} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
