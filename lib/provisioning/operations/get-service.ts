import "server-only";
import { query } from "@/lib/core/operation/operation";
import { exampleService } from "@/lib/provisioning/examples";
import { findService } from "@/lib/provisioning/queries";
import { ServiceReference, ServiceView } from "@/lib/provisioning/schema";
import { toServiceView } from "@/lib/provisioning/view";

export const getService = query({
  name: "provisioning.service.get",
  summary: "Read a service",
  audience: ["staff", "client"],
  input: ServiceReference,
  output: ServiceView,
  http: { method: "GET", path: "/services/{serviceId}" },
  example: { input: { serviceId: exampleService.id }, output: exampleService },
  refusals: ["provisioning.service_not_found"],
  run: async (context, { serviceId }) => toServiceView(context, await findService(context, serviceId)),
});
