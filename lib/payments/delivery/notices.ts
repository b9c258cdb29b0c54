import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema, newId } from "@/lib/core/ids";
import { type CommandContext, operation, query } from "@/lib/core/operation/operation";
import { settingsOf } from "@/lib/payments/connection-settings";
import { noticeReceived } from "@/lib/payments/events";
import { findConnection } from "@/lib/payments/queries";
import { recordHeard } from "@/lib/payments/record-outcome";
import { noticeSchema } from "@/lib/payments/schema";

const example = "01932f3a-7c00-7000-8000-000000000702";

/** What the door of a gateway's notices needs to believe them. Has no door itself: it returns credentials. */
export const readConnection = query({
  name: "payments.connection.open",
  summary: "Read a connection with its keys",
  audience: ["system"],
  input: z.strictObject({ connectionId: idSchema }),
  output: z.custom<{ gateway: string; settings: Record<string, string> }>(),
  example: { input: { connectionId: example }, output: { gateway: "sandbox", settings: {} } },
  async run(context, { connectionId }) {
    const connection = await findConnection(context, connectionId);
    return { gateway: connection.gateway, settings: await settingsOf(context, connection) };
  },
});

/**
 * Keeps what a gateway told before anything is done about it: once for each telling, however often it comes (R33). The first keeping
 * announces it to durable work. Has no door.
 */
export const keepNotice = operation({
  name: "payments.notice.keep",
  summary: "Keep what a gateway told",
  audience: ["system"],
  input: z.strictObject({ connectionId: idSchema, notice: noticeSchema }),
  output: z.object({ isNew: z.boolean() }),
  example: {
    input: {
      connectionId: example,
      notice: {
        externalId: "evt_1",
        kind: "charge.pending",
        reference: "ch_1",
        paymentId: null,
        outcome: { state: "pending", reference: "ch_1", method: null },
      },
    },
    output: { isNew: true },
  },
  async run({ query, tenantId, now, audit, emit }, { connectionId, notice }) {
    const facts = JSON.stringify(z.encode(noticeSchema, notice));
    const [kept] = await query<{ id: string; kind: string; reference: string }>(sql`
      insert into gateway_events (id, tenant_id, connection_id, external_id, kind, reference, facts, received_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${connectionId}::uuid, ${notice.externalId}, ${notice.kind}, ${notice.reference},
        ${facts}::jsonb, ${now})
      on conflict (tenant_id, connection_id, external_id) do nothing returning id, kind, reference`);
    if (kept === undefined) return { isNew: false };

    audit(null, kept);
    emit(noticeReceived({ noticeId: kept.id, connectionId }));
    return { isNew: true };
  },
});

type Kept = {
  id: string;
  connectionId: string;
  facts: z.input<typeof noticeSchema>;
  processedAt: Date | null;
};

/** Does what a kept notice asks for, once. One that names no payment of ours is marked so and stays to be looked at. Has no door. */
export const processNotice = operation({
  name: "payments.notice.process",
  summary: "Act on what a gateway told",
  audience: ["system"],
  input: z.strictObject({ noticeId: idSchema }),
  output: z.object({ outcome: z.string() }),
  example: { input: { noticeId: example }, output: { outcome: "SUCCEEDED" } },
  async run(context, { noticeId }) {
    const { query, execute, tenantId, now } = context;
    const [kept] = await query<Kept>(sql`
      select id, connection_id as "connectionId", facts, processed_at as "processedAt" from gateway_events
      where tenant_id = ${tenantId}::uuid and id = ${noticeId}::uuid for no key update`);
    if (kept === undefined || kept.processedAt !== null) return { outcome: "done before" };

    const notice = z.decode(noticeSchema, kept.facts);
    const paymentId = await paymentOf(context, kept.connectionId, notice);
    const outcome =
      paymentId === null ? "unknown payment" : (await recordHeard(context, paymentId, notice.outcome)).status;
    await execute(sql`
      update gateway_events set payment_id = ${paymentId}::uuid, outcome = ${outcome}, processed_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${noticeId}::uuid and processed_at is null`);
    context.audit({ id: noticeId, outcome: null }, { id: noticeId, outcome, paymentId });
    return { outcome };
  },
});

/** By our own id where the gateway carries it, else by the gateway's; always of this connection. */
async function paymentOf(
  { query, tenantId }: CommandContext,
  connectionId: string,
  notice: z.output<typeof noticeSchema>,
): Promise<string | null> {
  const [found] = await query<{ id: string }>(sql`
    select id from payments where tenant_id = ${tenantId}::uuid and connection_id = ${connectionId}::uuid
      and (id = ${notice.paymentId}::uuid or reference = ${notice.reference}) limit 1`);
  return found?.id ?? null;
}
