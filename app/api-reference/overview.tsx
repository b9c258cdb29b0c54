import { getTranslations } from "next-intl/server";
import { Card, CardHeader } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ReferenceDomain } from "@/lib/doors/openapi/reference";

/** Operations by domain, a line each. */
export async function Overview({ path, domains }: { path: string; domains: readonly ReferenceDomain[] }) {
  const t = await getTranslations("apiReference");
  return domains.map(({ name, operations }) => (
    <Card key={name}>
      <CardHeader title={<span className="capitalize">{name}</span>} />
      <Table label={name} density="compact">
        <TableHead>
          <TableRow>
            <TableHeaderCell>{t("operation")}</TableHeaderCell>
            <TableHeaderCell>{t("address")}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {operations.map((operation) => (
            <TableRow key={operation.name}>
              <TableCell className="w-1/2">
                <TextLink tone="quiet" href={`${path}?part=${name}#${operation.name}`}>
                  {operation.summary}
                </TextLink>
              </TableCell>
              <TableCell>
                <Code>{`${operation.method} ${operation.path}`}</Code>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  ));
}
