import "server-only";
import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { updateAction } from "@/lib/provisioning/actions";
import { lockAction } from "@/lib/provisioning/delivery/lock-action";

/**
 * Notes, before create is called, for which user name: there was no account of this name, so one that is found afterwards is ours.
 * Until the answer is in, nobody knows what became of the call.
 */
export const noteCall = operation({
  name: "provisioning.action.noteCall",
  summary: "Note that a call goes out",
  audience: ["system"],
  input: z.strictObject({ actionId: idSchema, userName: z.string() }),
  output: z.object({}),
  example: {
    input: { actionId: "01932f3a-7c00-7000-8000-000000000602", userName: "engi4f21ac" },
    output: {},
  },
  async run(context, { actionId, userName }) {
    const found = await lockAction(context, actionId);
    if (found === undefined || found.action.input.calledFor === userName) return {};
    await updateAction(context, actionId, { input: { ...found.action.input, calledFor: userName } });
    return {};
  },
});
