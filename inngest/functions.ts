import { answerAccountRequest } from "@/inngest/auth/answer-request";
import { forgetExpiredAccounts } from "@/inngest/auth/forget-expired";
import { tellOwnerOfLock } from "@/inngest/auth/tell-of-lock";
import { housekeeping } from "@/inngest/core/housekeeping";
import { deliverMail } from "@/inngest/mail/deliver";
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
  housekeeping,
  deliverMail,
  exportPersonalData,
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
