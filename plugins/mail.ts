import type { MailTransport, NoticeReader } from "@/lib/mail/contract";
import { localTransport } from "@/plugins/mail-local";
import { resendTransport } from "@/plugins/mail-resend";
import { readResendNotice } from "@/plugins/mail-resend/notice";
import { smtpTransport } from "@/plugins/mail-smtp";

/** The transports that come with the product, by the id that settings name them by. */
export const mailTransports: Readonly<Record<string, MailTransport>> = {
  local: localTransport,
  resend: resendTransport,
  smtp: smtpTransport,
};

/** Who tells later what became of a mail, by the same ids. */
export const noticeReaders: Readonly<Record<string, NoticeReader>> = { resend: readResendNotice };
