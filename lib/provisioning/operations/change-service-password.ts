import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { beginAction } from "@/lib/provisioning/actions";
import { ServiceNotReady } from "@/lib/provisioning/errors";
import { exampleService, exampleServiceAction } from "@/lib/provisioning/examples";
import { lockService } from "@/lib/provisioning/queries";
import { canService } from "@/lib/provisioning/rules/status";
import { ServiceChange, ServiceView } from "@/lib/provisioning/schema";
import { toServiceView } from "@/lib/provisioning/view";

export const changeServicePassword = operation({
  name: "provisioning.service.changePassword",
  summary: "Have a service get a new password",
  description: "The new one is made here, set by the module, and shown on demand. Nobody types it.",
  audience: ["staff", "client"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  input: ServiceChange,
  output: ServiceView,
  http: { method: "POST", path: "/services/{serviceId}/changePassword", status: 202 },
  example: {
    input: { serviceId: exampleService.id, version: 1 },
    output: {
      ...exampleService,
      lastAction: {
        ...exampleServiceAction,
        kind: "CHANGE_PASSWORD",
        status: "QUEUED",
        step: null,
        endedAt: null,
      },
    },
  },
  refusals: [
    "provisioning.service_not_found",
    "provisioning.service_not_ready",
    "provisioning.service_busy",
    "core.stale_version",
  ],
  async run(context, { serviceId, version }) {
    const service = await lockService(context, { serviceId, version });
    // Without a password of ours there is none that the module could change.
    const isReady = canService("changePassword", service.status) && service.secretId !== null;
    if (!isReady) throw new ServiceNotReady("changePassword", service.status);

    await beginAction(context, service, { kind: "CHANGE_PASSWORD" });
    return toServiceView(context, service);
  },
});
