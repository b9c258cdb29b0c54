import { getTranslations } from "next-intl/server";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { refusals } from "@/lib/doors/openapi/components";

/** How failures are told: where the `type` of a problem document leads. */
export async function Problems() {
  const t = await getTranslations("apiReference");
  return (
    <Card id="problems" className="scroll-mt-20" aria-labelledby="problems-title">
      <CardHeader
        level={2}
        id="problems-title"
        title={t("problems.title")}
        description={t("problems.text")}
      />
      <CardBody>
        <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[4rem_minmax(0,1fr)]">
          {Object.entries(refusals).map(([status, meaning]) => (
            <div key={status} className="contents">
              <dt>
                <Code>{status}</Code>
              </dt>
              <dd dir="ltr" className="text-start text-muted rtl:text-end">
                {meaning}
              </dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}
