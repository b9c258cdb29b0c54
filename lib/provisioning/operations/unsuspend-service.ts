import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { beginAction } from "@/lib/provisioning/actions";
import { ServiceNotReady } from "@/lib/provisioning/errors";
import { exampleService, exampleServiceAction } from "@/lib/provisioning/examples";
import { lockService } from "@/lib/provisioning/queries";
import { canService } from "@/lib/provisioning/rules/status";
import { ReasonedChange, ServiceView } from "@/lib/provisioning/schema";
import { toServiceView } from "@/lib/provisioning/view";

export const unsuspendService = operation({
  name: "provisioning.service.unsuspend",
  summary: "Have a suspended service work again",
  description: "The service works again as soon as its module has done it.",
  audience: ["staff"],
  input: ReasonedChange,
  output: ServiceView,
  http: { method: "POST", path: "/services/{serviceId}/unsuspend", status: 202 },
  example: {
    input: { serviceId: exampleService.id, version: 1, reason: "Paid by telephone" },
    output: {
      ...exampleService,
      lastAction: { ...exampleServiceAction, kind: "UNSUSPEND", status: "QUEUED", step: null, endedAt: null },
    },
  },
  refusals: [
    "provisioning.service_not_found",
    "provisioning.service_not_ready",
    "provisioning.service_busy",
    "core.stale_version",
  ],
  async run(context, { serviceId, version, reason }) {
    const service = await lockService(context, { serviceId, version });
    if (!canService("unsuspend", service.status)) throw new ServiceNotReady("unsuspend", service.status);

    await beginAction(context, service, { kind: "UNSUSPEND", input: { reason } });
    return toServiceView(context, service);
  },
});
