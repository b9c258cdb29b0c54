import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { beginAction } from "@/lib/provisioning/actions";
import { ServiceNotReady } from "@/lib/provisioning/errors";
import { exampleService, exampleServiceAction } from "@/lib/provisioning/examples";
import { lockService } from "@/lib/provisioning/queries";
import { canService } from "@/lib/provisioning/rules/status";
import { ReasonedChange, ServiceView } from "@/lib/provisioning/schema";
import { toServiceView } from "@/lib/provisioning/view";

export const suspendService = operation({
  name: "provisioning.service.suspend",
  summary: "Suspend a service",
  description: "Nothing is deleted. The service is suspended as soon as its module has done it.",
  audience: ["staff"],
  input: ReasonedChange,
  output: ServiceView,
  http: { method: "POST", path: "/services/{serviceId}/suspend", status: 202 },
  example: {
    input: { serviceId: exampleService.id, version: 1, reason: "Terms of use, section 4" },
    output: {
      ...exampleService,
      lastAction: { ...exampleServiceAction, kind: "SUSPEND", status: "QUEUED", step: null, endedAt: null },
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
    if (!canService("suspend", service.status)) throw new ServiceNotReady("suspend", service.status);

    await beginAction(context, service, { kind: "SUSPEND", input: { reason } });
    return toServiceView(context, service);
  },
});
