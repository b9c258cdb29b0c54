import "server-only";
import { z } from "zod";
import { idSchema, newId } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { moveService, updateAction } from "@/lib/provisioning/actions";
import { lockAction } from "@/lib/provisioning/delivery/lock-action";
import { keepNewPassword } from "@/lib/provisioning/passwords";
import type { ActionRow, ServiceRow } from "@/lib/provisioning/queries";
import { userNameFor } from "@/lib/provisioning/rules/user-name";

/**
 * Sets a user name and a password aside before anybody outside is asked, so that every later attempt asks for the same account.
 * For a change of password, the new one. What is set aside stays.
 */
export const reserveAccount = operation({
  name: "provisioning.action.reserve",
  summary: "Set an account's name and password aside",
  audience: ["system"],
  input: z.strictObject({ actionId: idSchema }),
  output: z.object({}),
  example: { input: { actionId: "01932f3a-7c00-7000-8000-000000000602" }, output: {} },
  async run(context, { actionId }) {
    const found = await lockAction(context, actionId);
    if (found?.action.kind === "CREATE") await reserve(context, found.service);
    if (found?.action.kind === "CHANGE_PASSWORD") await renew(context, found.action);
    return {};
  },
});

async function reserve(context: CommandContext, service: ServiceRow): Promise<void> {
  const { userName } = service.access;
  if (userName !== undefined && service.secretId !== null) return;
  const secretId = service.secretId ?? (await keepNewPassword(context));
  // The end of a UUIDv7 is random.
  const salt = newId().replaceAll("-", "").slice(-8);
  const access = {
    ...service.access,
    userName: userName ?? userNameFor(service.hostName, service.clientName, salt),
  };
  await moveService(context, service, service.status, { access, secretId });
}

async function renew(context: CommandContext, { id, input }: ActionRow): Promise<void> {
  if (input.secretId !== undefined) return;
  await updateAction(context, id, { input: { ...input, secretId: await keepNewPassword(context) } });
}
