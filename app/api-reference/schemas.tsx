import { getTranslations } from "next-intl/server";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import type { ReferenceSchema } from "@/lib/doors/openapi/reference";
import { FieldsTable } from "./fields-table";

/** The named schemas, to which the types of fields and answers refer. */
export async function Schemas({ schemas }: { schemas: readonly ReferenceSchema[] }) {
  const t = await getTranslations("apiReference");
  return (
    <section aria-labelledby="schemas" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id="schemas" className="scroll-mt-20 font-semibold text-xl">
        {t("schemas")}
      </h2>
      {schemas.map(({ name, type, description, fields }) => (
        <Card key={name} id={`schema-${name}`} className="scroll-mt-20">
          <CardHeader level={3} title={<Code>{name}</Code>} description={description} />
          <CardBody>
            {fields.length > 0 ? (
              <FieldsTable label={t("fieldsOf", { name })} fields={fields} />
            ) : (
              <Code>{type}</Code>
            )}
          </CardBody>
        </Card>
      ))}
    </section>
  );
}
