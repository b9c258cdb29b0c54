import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { TextLink } from "@/components/ui/text-link";

const known = ["userName", "server", "url", "ipAddress", "hostName"] as const;

/** How one gets in. `password` is the part that shows it on demand. */
export function AccessCard({
  access,
  password,
}: {
  access: Readonly<Record<string, string>>;
  password?: ReactNode;
}) {
  const t = useTranslations("services.access");
  const common = useTranslations("common");
  const told = known.flatMap((key) => (access[key] ? [{ key, value: access[key] }] : []));
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody>
        {told.length === 0 ? (
          <p className="text-muted">{t("none")}</p>
        ) : (
          <KeyValueList>
            {told.map(({ key, value }) => (
              <KeyValue key={key} label={t(key)}>
                {key === "url" ? (
                  <TextLink href={value} rel="noreferrer">
                    <bdi>{value}</bdi>
                  </TextLink>
                ) : (
                  <CopyableCode value={value} label={common("copy")} copiedLabel={common("copied")} />
                )}
              </KeyValue>
            ))}
            {password && <KeyValue label={t("password")}>{password}</KeyValue>}
          </KeyValueList>
        )}
      </CardBody>
    </Card>
  );
}
