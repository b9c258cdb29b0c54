import "server-only";
import { z } from "zod";
import { AlreadyInvited, AlreadyMember } from "@/lib/auth/people/errors";
import { invite } from "@/lib/auth/people/invitations";
import { findClient } from "@/lib/clients/queries";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { exampleOrder } from "@/lib/orders/examples";
import { findOrder } from "@/lib/orders/orders";
import { OrderReference } from "@/lib/orders/schema";

export const inviteBuyer = operation({
  name: "orders.order.inviteBuyer",
  summary: "Invite the buyer of an order to an account",
  description:
    "Of a client whom nobody acts for yet; once. Whether the address has an account already shows to its owner only.",
  audience: ["system"],
  input: OrderReference,
  output: z.object({ isInvited: z.boolean() }).meta({ id: "BuyerInvited" }),
  example: { input: { orderId: exampleOrder.id }, output: { isInvited: true } },
  refusals: ["orders.order_not_found"],
  async run(context, { orderId }) {
    const { clientId, source, status } = await findOrder(context, orderId);
    const isWelcome = source === "STOREFRONT" && (status === "PENDING" || status === "ACTIVE");
    if (!isWelcome || (await isKnown(context, clientId))) return { isInvited: false };

    const { email, name, language } = await findClient(context, clientId);
    try {
      await invite(context, { kind: "CLIENT", clientId, email, name, role: "client_owner", language });
      return { isInvited: true };
    } catch (error) {
      if (error instanceof AlreadyMember || error instanceof AlreadyInvited) return { isInvited: false };
      throw error;
    }
  },
});

/** Whether somebody acts for the client, or was asked to. */
async function isKnown({ query, tenantId }: CommandContext, clientId: string): Promise<boolean> {
  const rows = await query(sql`
    select 1 from memberships where tenant_id = ${tenantId}::uuid and client_id = ${clientId}::uuid
    union all select 1 from invitations where tenant_id = ${tenantId}::uuid and client_id = ${clientId}::uuid limit 1`);
  return rows.length > 0;
}
