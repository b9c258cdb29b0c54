import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { beginRound, moveService } from "@/lib/provisioning/actions";
import { NothingToRetry } from "@/lib/provisioning/errors";
import { exampleService, exampleServiceAction } from "@/lib/provisioning/examples";
import { lastAction, lockService } from "@/lib/provisioning/queries";
import { canAction } from "@/lib/provisioning/rules/status";
import { ServiceChange, ServiceView } from "@/lib/provisioning/schema";
import { refreshSettings } from "@/lib/provisioning/settings";
import { closeTasksOf } from "@/lib/provisioning/tasks";
import { toServiceView } from "@/lib/provisioning/view";
import { tell } from "@/lib/timeline/tell";

export const retryService = operation({
  name: "provisioning.service.retry",
  summary: "Try what failed at a service again",
  description:
    "It goes on at the step that failed, with the settings that its product and plan have now. What is there is read back first, so nothing is made twice.",
  audience: ["staff"],
  input: ServiceChange,
  output: ServiceView,
  http: { method: "POST", path: "/services/{serviceId}/retry", status: 202 },
  example: {
    input: { serviceId: exampleService.id, version: 1 },
    output: {
      ...exampleService,
      status: "CREATING",
      lastAction: { ...exampleServiceAction, status: "QUEUED", round: 2, endedAt: null },
    },
  },
  refusals: ["provisioning.service_not_found", "provisioning.nothing_to_retry", "core.stale_version"],
  async run(context, { serviceId, version }) {
    const service = await lockService(context, { serviceId, version });
    const action = await lastAction(context, serviceId);
    if (action === undefined || !canAction("retry", action.status)) throw new NothingToRetry();

    const settings = await refreshSettings(context, service);
    const after = action.kind === "CREATE" ? await moveService(context, service, "CREATING") : service;
    await closeTasksOf(context, action.id, { status: "DONE" });
    // Names are counted anew, and staff are asked anew.
    const { answer: _, renames: __, ...input } = action.input;
    await beginRound(context, { ...after, settings }, action, input);
    await tell(context, {
      what: "service_retried",
      clientId: service.clientId,
      about: [service.id, service.subscriptionId],
      data: { label: service.label },
      isPublic: false,
    });
    return toServiceView(context, after);
  },
});
