import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { beginAction } from "@/lib/provisioning/actions";
import { accessOf } from "@/lib/provisioning/delivered";
import { complete } from "@/lib/provisioning/delivery/complete-action";
import { ServiceNotReady } from "@/lib/provisioning/errors";
import { exampleService } from "@/lib/provisioning/examples";
import { lastAction, lockService } from "@/lib/provisioning/queries";
import { canService } from "@/lib/provisioning/rules/status";
import { MarkDeliveredInput, ServiceView } from "@/lib/provisioning/schema";
import { closeTasksOf } from "@/lib/provisioning/tasks";
import { toServiceView } from "@/lib/provisioning/view";

/** Past the module: somebody made it by hand. What a run of the module still brings does nothing any more. */
export const markDelivered = operation({
  name: "provisioning.service.markDelivered",
  summary: "Mark a service as delivered",
  description: "For what was set up by hand, past the module. The client is told.",
  audience: ["staff"],
  input: MarkDeliveredInput,
  output: ServiceView,
  http: { method: "POST", path: "/services/{serviceId}/markDelivered" },
  example: {
    input: {
      serviceId: exampleService.id,
      version: 1,
      userName: "engines",
      server: "web3.example.net",
      note: "Set up by hand; the panel was away.",
    },
    output: exampleService,
  },
  refusals: ["provisioning.service_not_found", "provisioning.service_not_ready", "core.stale_version"],
  async run(context, { serviceId, version, note, ...given }) {
    const service = await lockService(context, { serviceId, version });
    const last = await lastAction(context, serviceId);
    const isCreating = last === undefined || last.kind === "CREATE";
    if (!isCreating || !canService("markDelivered", service.status))
      throw new ServiceNotReady("markDelivered", service.status);

    const action = last ?? (await beginAction(context, service, { kind: "CREATE" }));
    await closeTasksOf(context, action.id, { status: "DONE", note: note || null });
    const access = { ...service.access, ...accessOf(given) };
    return toServiceView(context, await complete(context, { ...service, access }, action));
  },
});
