import { onEvent } from "@/inngest/client";
import { answerRequest } from "@/lib/auth/answers/answer-request";
import { accountRequested } from "@/lib/auth/events";
import { runAsSystem } from "@/lib/core/operation/run";

/** Answers by mail what somebody asked for by address. A repeat finds the question gone and does nothing. */
export const answerAccountRequest = onEvent(
  { id: "auth-answer-request", name: "Answer a request for mail", event: accountRequested },
  ({ tenantId, payload, step }) =>
    step.run("answer", () => runAsSystem(tenantId, answerRequest, { requestId: payload.requestId })),
);
