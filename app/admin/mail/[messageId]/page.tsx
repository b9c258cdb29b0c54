import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { AuditTimeline } from "@/components/audit/audit-timeline";
import { MailPreview } from "@/components/mail/mail-preview";
import { MailState } from "@/components/mail/mail-state";
import { MessageFacts } from "@/components/mail/message-facts";
import { RevealBody } from "@/components/mail/reveal-body";
import { SendAgainButton } from "@/components/mail/send-again-button";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { getMessage } from "@/lib/mail/operations/get-message";
import { readMessage } from "@/lib/mail/operations/read-message";
import { revealMessage } from "@/lib/mail/operations/reveal-message";
import { sendAgain } from "@/lib/mail/operations/send-again";
import { canMail } from "@/lib/mail/rules/states";
import { revealMessageAction, sendAgainAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox");
  return { title: t("one") };
}

export default guardedPage(getMessage, async ({ params, read, may }) => {
  const { messageId = "" } = params;
  const message = await read(getMessage, { messageId });
  const [t, body, history] = await Promise.all([
    getTranslations("mailbox"),
    may(readMessage) && !message.isSensitive ? read(readMessage, { messageId }) : undefined,
    may(listAuditEntries)
      ? read(listAuditEntries, { recordType: "message", recordId: messageId, limit: 20 })
      : undefined,
  ]);
  const { state, reason, detail, nextAttemptAt, subject } = message;
  const mayReveal =
    message.isSensitive && message.hasBody && message.transport === "local" && may(revealMessage);
  const whyNoBody = message.isSensitive
    ? message.transport === "local"
      ? "ownerOnly"
      : "sensitive"
    : "gone";

  return (
    <PageLayout width="record">
      <PageHeader
        title={<bdi>{subject}</bdi>}
        badge={<MailState state={state} />}
        facts={[<bdi key="to">{message.toAddress}</bdi>, t(`templates.${message.template as "test"}`)]}
        actions={
          may(sendAgain) &&
          canMail("sendAgain", state) && (
            <SendAgainButton
              messageId={messageId}
              action={sendAgainAction}
              disabledReason={message.hasBody ? undefined : t("sendAgain.gone")}
            />
          )
        }
      />
      {reason && (
        <Notice tone={state === "QUEUED" ? "warning" : "danger"} title={t(`reasons.${reason}`)}>
          {detail && (
            <p>
              <bdi className="wrap-anywhere font-mono text-sm">{detail}</bdi>
            </p>
          )}
          {nextAttemptAt && (
            <p>
              {t("nextAttempt")} <DateTime value={nextAttemptAt} show="date-time" />
            </p>
          )}
        </Notice>
      )}
      <RecordColumns side={<MessageFacts message={message} />}>
        <Card>
          <CardHeader title={t("body.title")} />
          {body?.html && body.text !== null ? (
            <MailPreview html={body.html} text={body.text} label={subject} />
          ) : mayReveal ? (
            <RevealBody messageId={messageId} subject={subject} action={revealMessageAction} />
          ) : (
            <CardBody>
              <p className="text-pretty text-muted">
                {t(`body.${may(readMessage) ? whyNoBody : "notYours"}`)}
              </p>
            </CardBody>
          )}
        </Card>
        {history && (
          <Card>
            <CardHeader title={t("history")} />
            <CardBody>
              <AuditTimeline entries={history.items} />
            </CardBody>
          </Card>
        )}
      </RecordColumns>
    </PageLayout>
  );
});
