import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { beginAction } from "@/lib/provisioning/actions";
import { ServiceNotReady } from "@/lib/provisioning/errors";
import { exampleService, exampleServiceAction } from "@/lib/provisioning/examples";
import { lockService } from "@/lib/provisioning/queries";
import { canService } from "@/lib/provisioning/rules/status";
import { ReasonedChange, ServiceView } from "@/lib/provisioning/schema";
import { toServiceView } from "@/lib/provisioning/view";

export const terminateService = operation({
  name: "provisioning.service.terminate",
  summary: "Terminate a service",
  description: "What it holds is deleted for good by its module.",
  audience: ["staff"],
  input: ReasonedChange,
  output: ServiceView,
  http: { method: "POST", path: "/services/{serviceId}/terminate", status: 202 },
  example: {
    input: { serviceId: exampleService.id, version: 1, reason: "Asked for by the client" },
    output: {
      ...exampleService,
      lastAction: { ...exampleServiceAction, kind: "TERMINATE", status: "QUEUED", step: null, endedAt: null },
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
    if (!canService("terminate", service.status)) throw new ServiceNotReady("terminate", service.status);

    await beginAction(context, service, { kind: "TERMINATE", input: { reason } });
    return toServiceView(context, service);
  },
});
