import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { TextLink } from "@/components/ui/text-link";
import { locales } from "@/lib/i18n/locales";

interface MessageFactsProps {
  message: {
    id: string;
    toName: string | null;
    toAddress: string;
    language: string;
    transport: string | null;
    providerId: string | null;
    attempts: number;
    clientId: string | null;
    createdAt: Date;
    sentAt: Date | null;
  };
}

/** What is known of a mail beside what it said. */
export function MessageFacts({ message }: MessageFactsProps) {
  const t = useTranslations("mailbox");
  const common = useTranslations("common");
  const language = locales.find(({ locale }) => locale === message.language)?.name;

  return (
    <Card>
      <CardHeader title={t("facts.title")} />
      <CardBody>
        <KeyValueList layout="stack">
          <KeyValue label={t("columns.recipient")}>
            {message.toName && (
              <>
                <bdi>{message.toName}</bdi>
                <br />
              </>
            )}
            <bdi>{message.toAddress}</bdi>
          </KeyValue>
          {message.clientId && (
            <KeyValue label={t("facts.client")}>
              <TextLink href={`/admin/clients/${message.clientId}`}>{t("facts.openClient")}</TextLink>
            </KeyValue>
          )}
          <KeyValue label={t("facts.language")}>{language ?? message.language}</KeyValue>
          <KeyValue label={t("columns.written")}>
            <DateTime value={message.createdAt} show="date-time" />
          </KeyValue>
          {message.sentAt && (
            <KeyValue label={t("facts.sent")}>
              <DateTime value={message.sentAt} show="date-time" />
            </KeyValue>
          )}
          <KeyValue label={t("facts.attempts")}>
            <span className="tabular">{message.attempts}</span>
          </KeyValue>
          {message.transport && (
            <KeyValue label={t("facts.transport")}>
              {t(`transports.${message.transport as "local"}`)}
            </KeyValue>
          )}
          {message.providerId && (
            <KeyValue label={t("facts.providerId")}>
              <CopyableCode
                value={message.providerId}
                label={common("copy")}
                copiedLabel={common("copied")}
              />
            </KeyValue>
          )}
          <KeyValue label={t("facts.id")}>
            <CopyableCode value={message.id} label={common("copy")} copiedLabel={common("copied")} />
          </KeyValue>
        </KeyValueList>
      </CardBody>
    </Card>
  );
}
