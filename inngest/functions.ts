import { answerAccountRequest } from "@/inngest/auth/answer-request";
import { forgetExpiredAccounts } from "@/inngest/auth/forget-expired";
import { tellOwnerOfLock } from "@/inngest/auth/tell-of-lock";
import { sendInvoice } from "@/inngest/billing/mail";
import { housekeeping } from "@/inngest/core/housekeeping";
import { deliverMail } from "@/inngest/mail/deliver";
import { followOrder, followReleasedOrder, settlePaidOrder } from "@/inngest/orders/place";
import { chargePayment, checkPayment } from "@/inngest/payments/charge";
import { tellOfFailure, tellOfPayment } from "@/inngest/payments/mail";
import { actOnNotice } from "@/inngest/payments/notices";
import { reconcilePayments } from "@/inngest/payments/reconcile";
import { answerOfPayer, workOfSandbox } from "@/inngest/payments/sandbox";
import { exportPersonalData } from "@/inngest/privacy/export";
import {
  beginService,
  endWithSubscription,
  resumeWithSubscription,
  suspendWithSubscription,
} from "@/inngest/provisioning/follow";
import { performAction } from "@/inngest/provisioning/perform";
import { checkHostNow, proveHost } from "@/inngest/tenants/check-host";

/** Every function that the app serves to durable work. */
export const functions = [
  sendInvoice,
  chargePayment,
  checkPayment,
  actOnNotice,
  reconcilePayments,
  workOfSandbox,
  answerOfPayer,
  tellOfPayment,
  tellOfFailure,
  housekeeping,
  deliverMail,
  exportPersonalData,
  followOrder,
  followReleasedOrder,
  settlePaidOrder,
  answerAccountRequest,
  tellOwnerOfLock,
  forgetExpiredAccounts,
  proveHost,
  checkHostNow,
  beginService,
  performAction,
  suspendWithSubscription,
  resumeWithSubscription,
  endWithSubscription,
];
