import "server-only";
import { z } from "zod";
import { mailToClient } from "@/lib/billing/delivery/mail-to-client";
import { findInvoice } from "@/lib/billing/queries";
import { idSchema } from "@/lib/core/ids";
import { formatMoney } from "@/lib/core/money/format";
import { money } from "@/lib/core/money/money";
import { operation } from "@/lib/core/operation/operation";
import { failureCodes } from "@/lib/payments/contract";
import { findPayment } from "@/lib/payments/queries";

/** Tells the client's invoice contacts that a payment came, or that it failed. Has no door. */
export const mailPayment = operation({
  name: "payments.payment.mail",
  summary: "Mail what became of a payment",
  audience: ["system"],
  input: z.strictObject({ paymentId: idSchema }),
  output: z.object({ mails: z.number().int() }),
  example: { input: { paymentId: "01932f3a-7c00-7000-8000-000000000701" }, output: { mails: 1 } },
  async run(context, { paymentId }) {
    const payment = await findPayment(context, paymentId);
    const { invoiceId, clientId, status } = payment;
    if (status !== "SUCCEEDED" && status !== "FAILED") return { mails: 0 };

    const invoice = await findInvoice(context, invoiceId);
    const amount = money(payment.amountMinor, payment.currency);
    const letter = { clientId, language: invoice.language, about: { kind: "payment", id: paymentId } };
    const told = (spoken: string, name: string) => ({
      name,
      number: invoice.number ?? String(payment.number),
      amount: formatMoney(amount, spoken),
      linkPath: `/portal/invoices/${invoiceId}`,
    });
    if (status === "SUCCEEDED") {
      return { mails: await mailToClient(context, { ...letter, template: "payment-received", data: told }) };
    }
    const failure = failureCodes.find((code) => code === payment.failureCode) ?? "other";
    return {
      mails: await mailToClient(context, {
        ...letter,
        template: "payment-failed",
        data: (spoken, name) => ({ ...told(spoken, name), failure }),
      }),
    };
  },
});
