import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { MessagesFor } from "@/components/i18n/messages-for";
import { MailPreview } from "@/components/mail/mail-preview";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { readReceived } from "@/lib/mail/operations/read-received";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox");
  return { title: t("one") };
}

export default guardedPage(
  readReceived,
  async ({ params, read }) => {
    const { messageId = "" } = params;
    const [t, mail] = await Promise.all([
      getTranslations("mailbox.received"),
      read(readReceived, { messageId }),
    ]);
    return (
      <PageLayout width="form">
        <TextLink href="/portal/mails">{t("back")}</TextLink>
        <PageHeader
          title={<bdi>{mail.subject}</bdi>}
          facts={[
            <bdi key="to">{mail.toAddress}</bdi>,
            <DateTime key="at" value={mail.sentAt} show="date-time" />,
          ]}
        />
        <Card>
          {mail.html !== null && mail.text !== null ? (
            <MessagesFor parts={["mailbox"]}>
              <div className="pt-3">
                <MailPreview html={mail.html} text={mail.text} label={mail.subject} />
              </div>
            </MessagesFor>
          ) : (
            <CardBody className="pt-4">
              <p className="text-pretty text-muted">{t(mail.isSensitive ? "sensitive" : "gone")}</p>
            </CardBody>
          )}
        </Card>
      </PageLayout>
    );
  },
  { audience: "client" },
);
