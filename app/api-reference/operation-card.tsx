import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Code, CodeBlock } from "@/components/ui/code";
import type { ReferenceOperation } from "@/lib/doors/openapi/reference";
import type { Tone } from "@/lib/ui/tone";
import { FieldsTable } from "./fields-table";

const tones: Readonly<Record<string, Tone>> = {
  GET: "info",
  POST: "positive",
  PUT: "warning",
  PATCH: "warning",
  DELETE: "danger",
};

/** One operation: how it is called, what it takes, what it answers, what it refuses. */
export async function OperationCard({ operation }: { operation: ReferenceOperation }) {
  const t = await getTranslations("apiReference");
  const { name, method, path, summary, description, audience, fields, refusals } = operation;

  return (
    <Card className="scroll-mt-20" id={name} aria-labelledby={`${name}-title`}>
      <CardHeader
        level={3}
        id={`${name}-title`}
        title={summary}
        description={description}
        actions={
          <span dir="ltr" className="flex items-center gap-2">
            <Badge tone={tones[method] ?? "neutral"} dot={false}>
              {method}
            </Badge>
            <Code>{path}</Code>
          </span>
        }
      />
      <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <p className="text-muted text-sm">
          {t("needs")} <Code>{name}</Code> ·{" "}
          {audience.map((one) => t(`audience.${one as "staff"}`)).join(", ")}
        </p>
        {fields.length > 0 && <FieldsTable label={t("fieldsOf", { name: summary })} fields={fields} />}
        <Examples operation={operation} />
        {refusals.length > 0 && (
          <p className="text-muted text-sm">
            {t("refusals")}{" "}
            {refusals.map((code, index) => (
              <span key={code}>
                {index > 0 && ", "}
                <Code>{code}</Code>
              </span>
            ))}
          </p>
        )}
      </CardBody>
    </Card>
  );
}

async function Examples({ operation }: { operation: ReferenceOperation }) {
  const t = await getTranslations("apiReference");
  const { summary, requestExample, responseExample, responseType, status } = operation;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-2">
      {requestExample !== undefined && (
        <Example title={t("request")} label={t("requestOf", { name: summary })} text={requestExample} />
      )}
      <Example
        title={
          <>
            {t("response")} <Code>{`${status} ${responseType}`}</Code>
          </>
        }
        label={t("responseOf", { name: summary })}
        text={responseExample}
      />
    </div>
  );
}

function Example({ title, label, text }: { title: React.ReactNode; label: string; text: string }) {
  return (
    <details open={text.length < 1_200} className="min-w-0">
      <summary className="cursor-pointer pb-1 font-medium text-sm">{title}</summary>
      <CodeBlock label={label}>{text}</CodeBlock>
    </details>
  );
}
