import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema, newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { auditedService, beginAction } from "@/lib/provisioning/actions";
import { subscriptionActivated } from "@/lib/provisioning/events";
import { findService } from "@/lib/provisioning/queries";
import { tell } from "@/lib/timeline/tell";

/**
 * A subscription began: notes what is to be delivered for it and sets creating it on its way. One service for a subscription, however
 * often it is told. Null where nothing is to be delivered. Has no door.
 */
export const createService = operation({
  name: "provisioning.service.create",
  summary: "Note what is to be delivered for a subscription",
  audience: ["system"],
  input: subscriptionActivated.schema,
  output: z.object({ serviceId: idSchema }).nullable(),
  example: {
    input: {
      subscriptionId: "01932f3a-7c00-7000-8000-000000000603",
      clientId: "01932f3a-7c00-7000-8000-000000000001",
      productId: "01932f3a-7c00-7000-8000-000000000604",
      planId: "01932f3a-7c00-7000-8000-000000000605",
      label: "Web hosting Starter",
      module: "sandbox",
      hostName: "engines.example",
      settings: {},
    },
    output: { serviceId: "01932f3a-7c00-7000-8000-000000000601" },
  },
  async run(context, { module, settings, ...input }) {
    if (module === null) return null;
    const { query, tenantId, now } = context;
    const [made] = await query<{ id: string }>(sql`
      insert into services (id, tenant_id, client_id, subscription_id, product_id, plan_id, label, module, settings, host_name,
        created_at, updated_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${input.clientId}::uuid, ${input.subscriptionId}::uuid,
        ${input.productId}::uuid, ${input.planId}::uuid, ${input.label}, ${module}, ${JSON.stringify(settings)}::jsonb,
        ${input.hostName}, ${now}, ${now})
      on conflict (tenant_id, subscription_id) do nothing returning id`);
    if (made === undefined) return { serviceId: await serviceOf(context, input.subscriptionId) };

    const service = await findService(context, made.id);
    context.audit(null, auditedService(service), "service");
    await tell(context, {
      what: "service_asked",
      clientId: service.clientId,
      about: [service.id, service.subscriptionId],
      data: { label: service.label },
      isPublic: true,
    });
    await beginAction(context, service, { kind: "CREATE" });
    return { serviceId: service.id };
  },
});

async function serviceOf(
  { query, tenantId }: Parameters<typeof findService>[0],
  subscriptionId: string,
): Promise<string> {
  const [row] = await query<{ id: string }>(sql`
    select id from services where tenant_id = ${tenantId}::uuid and subscription_id = ${subscriptionId}::uuid`);
  if (row === undefined) throw new Error("the service that was there is gone");
  return row.id;
}
