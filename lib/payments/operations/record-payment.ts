import "server-only";
import { lockInvoice } from "@/lib/billing/queries";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { takeNumbers } from "@/lib/core/number-series";
import { operation } from "@/lib/core/operation/operation";
import { CurrencyDiffers, NothingToPay } from "@/lib/payments/errors";
import { examplePayment } from "@/lib/payments/examples";
import { findPayment } from "@/lib/payments/queries";
import { PaymentView, RecordPaymentInput } from "@/lib/payments/schema";
import { settlePayment } from "@/lib/payments/settle";
import { toPaymentView } from "@/lib/payments/view";

export const recordPayment = operation({
  name: "payments.payment.record",
  summary: "Record money that came outside a gateway",
  description: "By bank transfer or in cash. What is more than is due becomes the client's credit.",
  audience: ["staff"],
  input: RecordPaymentInput,
  output: PaymentView,
  http: { method: "POST", path: "/invoices/{invoiceId}/payments", status: 201 },
  example: {
    input: {
      invoiceId: examplePayment.invoiceId,
      amount: { minor: 11_900, currency: "EUR" },
      method: "bank_transfer",
      reference: "Invoice 1, with thanks",
    },
    output: {
      ...examplePayment,
      connectionId: null,
      gateway: "bank_transfer",
      method: null,
      reference: "Invoice 1, with thanks",
    },
  },
  refusals: ["billing.invoice_not_found", "payments.currency_differs", "payments.nothing_to_pay"],
  async run(context, { invoiceId, amount, method, reference, receivedOn }) {
    const { execute, tenantId, now } = context;
    const invoice = await lockInvoice(context, { invoiceId });
    if (invoice.status === "DRAFT") throw new NothingToPay();
    if (invoice.currency !== amount.currency) throw new CurrencyDiffers();

    const paymentId = newId();
    const number = await takeNumbers(context, { kind: "payment" });
    await execute(sql`
      insert into payments (id, tenant_id, number, client_id, invoice_id, gateway, status, currency, amount_minor, reference,
        created_at, updated_at)
      values (${paymentId}::uuid, ${tenantId}::uuid, ${number}, ${invoice.clientId}::uuid, ${invoiceId}::uuid, ${method}, 'SUCCEEDED',
        ${amount.currency}, ${amount.minor}, ${reference || null}, ${now}, ${now})`);
    const payment = await findPayment(context, paymentId);
    return toPaymentView(context, await settlePayment(context, payment, { before: null, day: receivedOn }));
  },
});
