import "server-only";
import { z } from "zod";
import { mailToClient } from "@/lib/billing/delivery/mail-to-client";
import { findInvoice } from "@/lib/billing/queries";
import { idSchema } from "@/lib/core/ids";
import { formatMoney } from "@/lib/core/money/format";
import { money } from "@/lib/core/money/money";
import { operation } from "@/lib/core/operation/operation";

/** Sends an issued invoice to the client's invoice contacts. One that is paid or void by now asks for nothing and is not sent. Has no door. */
export const mailInvoice = operation({
  name: "billing.invoice.mail",
  summary: "Mail an invoice",
  audience: ["system"],
  input: z.strictObject({ invoiceId: idSchema }),
  output: z.object({ mails: z.number().int() }),
  example: { input: { invoiceId: "01932f3a-7c00-7000-8000-000000000601" }, output: { mails: 1 } },
  async run(context, { invoiceId }) {
    const invoice = await findInvoice(context, invoiceId);
    const { number, dueOn, clientId, language } = invoice;
    if (number === null || dueOn === null || invoice.status !== "ISSUED") return { mails: 0 };

    const total = money(invoice.totalMinor, invoice.currency);
    const mails = await mailToClient(context, {
      template: "invoice-issued",
      clientId,
      language,
      about: { kind: "invoice", id: invoiceId },
      data: (spoken, name) => ({
        name,
        number,
        total: formatMoney(total, spoken),
        dueOn: new Intl.DateTimeFormat(spoken, { dateStyle: "long", timeZone: "UTC" }).format(
          new Date(dueOn),
        ),
        linkPath: `/portal/invoices/${invoiceId}`,
      }),
    });
    return { mails };
  },
});
