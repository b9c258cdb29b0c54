import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { hostCheckRequested } from "@/lib/tenants/events";
import { exampleHost } from "@/lib/tenants/examples";
import { lockHost, toHostView } from "@/lib/tenants/hosts";
import { HostReference, HostView } from "@/lib/tenants/schema";

export const checkHost = operation({
  name: "tenants.host.check",
  summary: "Look for a host's proof now",
  description: "The name system is asked outside of the request; the outcome stands in the host soon after.",
  audience: ["staff"],
  input: HostReference,
  output: HostView,
  http: { method: "POST", path: "/hosts/{host}/check", status: 202 },
  example: { input: { host: exampleHost.host }, output: exampleHost },
  refusals: ["tenants.host_not_found"],
  async run(context, { host }) {
    const row = await lockHost(context, host);
    if (row.verifiedAt === null) context.emit(hostCheckRequested({ host }));
    return toHostView(context, row);
  },
});
