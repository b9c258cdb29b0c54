import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { TextLink } from "@/components/ui/text-link";
import { countryName } from "@/lib/i18n/countries";
import { locales } from "@/lib/i18n/locales";

type Identity = {
  id: string;
  legalName: string | null;
  country: string;
  currency: string;
  language: string;
  timeZone: string;
  taxNumber: string | null;
  registrationNumber: string | null;
  email: string | null;
  createdAt: Date;
};

/** Who a company is. */
export function CompanyFacts({ company }: { company: Identity }) {
  const t = useTranslations("platform.facts");
  const common = useTranslations("common");
  const locale = useLocale();
  const language = locales.find(({ locale: known }) => known === company.language)?.name;
  const optional = [
    { label: t("legalName"), value: company.legalName },
    { label: t("taxNumber"), value: company.taxNumber },
    { label: t("registrationNumber"), value: company.registrationNumber },
  ];
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody>
        <KeyValueList>
          {optional.map(
            ({ label, value }) =>
              value && (
                <KeyValue key={label} label={label}>
                  <bdi>{value}</bdi>
                </KeyValue>
              ),
          )}
          <KeyValue label={t("country")}>{countryName(company.country, locale)}</KeyValue>
          <KeyValue label={t("currency")}>{company.currency}</KeyValue>
          <KeyValue label={t("language")}>{language ?? company.language}</KeyValue>
          <KeyValue label={t("timeZone")}>
            <bdi dir="ltr">{company.timeZone.replaceAll("_", " ")}</bdi>
          </KeyValue>
          {company.email && (
            <KeyValue label={t("email")}>
              <TextLink href={`mailto:${company.email}`} tone="quiet">
                <bdi>{company.email}</bdi>
              </TextLink>
            </KeyValue>
          )}
          <KeyValue label={t("since")}>
            <DateTime value={company.createdAt} />
          </KeyValue>
          <KeyValue label={t("id")}>
            <CopyableCode value={company.id} label={common("copy")} copiedLabel={common("copied")} />
          </KeyValue>
        </KeyValueList>
      </CardBody>
    </Card>
  );
}

type Figures = {
  clientCount: bigint;
  staffCount: bigint;
  personCount: bigint;
  fileBytes: bigint;
  lastSeenAt: Date | null;
};

/** How large a company is. */
export function CompanyFigures({ company }: { company: Figures }) {
  const t = useTranslations("platform.figures");
  const format = useFormatter();
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody>
        <KeyValueList layout="summary">
          <KeyValue label={t("clients")}>{format.number(company.clientCount)}</KeyValue>
          <KeyValue label={t("people")}>{format.number(company.personCount)}</KeyValue>
          <KeyValue label={t("staff")}>{format.number(company.staffCount)}</KeyValue>
          <KeyValue label={t("files")}>
            {format.number(Number(company.fileBytes) / 1_000_000, {
              style: "unit",
              unit: "megabyte",
              maximumFractionDigits: 1,
            })}
          </KeyValue>
          <KeyValue label={t("lastSeen")}>
            {company.lastSeenAt ? <DateTime value={company.lastSeenAt} show="date-time" /> : t("never")}
          </KeyValue>
        </KeyValueList>
      </CardBody>
    </Card>
  );
}
