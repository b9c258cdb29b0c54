import "server-only";
import { z } from "zod";
import { operation } from "@/lib/core/operation/operation";
import { NoPasswordKept } from "@/lib/provisioning/errors";
import { exampleService } from "@/lib/provisioning/examples";
import { passwordOfService } from "@/lib/provisioning/passwords";
import { findService } from "@/lib/provisioning/queries";
import { canService } from "@/lib/provisioning/rules/status";
import { ServiceReference } from "@/lib/provisioning/schema";

/** Has no door for machines: a password is for the person who asks, who has just proved who they are, and on record. */
export const revealPassword = operation({
  name: "provisioning.service.revealPassword",
  summary: "Read the password of a service",
  description: "Noted in the audit log.",
  audience: ["staff", "client"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  input: ServiceReference,
  output: z.object({ userName: z.string().nullable(), password: z.string() }),
  example: {
    input: { serviceId: exampleService.id },
    output: { userName: "engi4f21ac", password: "kV7mTq2xRw9pLzNc4HbD" },
  },
  refusals: ["provisioning.service_not_found", "provisioning.no_password"],
  async run(context, { serviceId }) {
    const service = await findService(context, serviceId);
    // Staff who set it up by hand need it before the client does.
    const isDelivered = canService("reveal", service.status) && service.deliveredAt !== null;
    const isShown = isDelivered || context.actor.audience === "staff";
    const password = isShown ? await passwordOfService(context, serviceId) : undefined;
    if (password === undefined) throw new NoPasswordKept();

    context.audit(null, { id: service.id, label: service.label });
    return { userName: service.access.userName ?? null, password };
  },
});
