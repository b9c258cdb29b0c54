import { getTranslations } from "next-intl/server";
import { Code } from "@/components/ui/code";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import type { ReferenceField } from "@/lib/doors/openapi/reference";

/** Fields of an input or a schema. Descriptions are those of the document, in English. */
export async function FieldsTable({ label, fields }: { label: string; fields: readonly ReferenceField[] }) {
  const t = await getTranslations("apiReference");
  return (
    <Table label={label} density="compact">
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("field")}</TableHeaderCell>
          <TableHeaderCell>{t("type")}</TableHeaderCell>
          <TableHeaderCell>{t("place")}</TableHeaderCell>
          <TableHeaderCell>{t("meaning")}</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {fields.map(({ name, place, type, isRequired, description, defaultValue }) => (
          <TableRow key={`${place} ${name}`}>
            <TableCell>
              <Code>{name}</Code>
              {isRequired && <span className="ms-2 text-muted text-sm">{t("required")}</span>}
            </TableCell>
            <TableCell>
              <Code>{type}</Code>
            </TableCell>
            <TableCell className="text-muted">{t(`places.${place}`)}</TableCell>
            <TableCell className="min-w-48 whitespace-normal">
              {description}
              {defaultValue !== undefined && (
                <span className="text-muted">
                  {" "}
                  {t("otherwise")} <Code>{defaultValue}</Code>
                </span>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
