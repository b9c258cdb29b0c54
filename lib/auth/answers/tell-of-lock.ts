import "server-only";
import { z } from "zod";
import { mailTo, recipientById } from "@/lib/auth/answers/recipient";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { sendMail } from "@/lib/mail/send-mail";

/** Tells the owner that signing in with the password is paused. Has no door. */
export const tellOfLock = operation({
  name: "auth.account.tellOfLock",
  summary: "Tell the owner that an account is locked",
  audience: ["system"],
  input: z.strictObject({ userId: idSchema, until: z.iso.datetime() }),
  output: z.object({ isTold: z.boolean() }),
  example: {
    input: { userId: "01932f3a-7c00-7000-8000-000000000101", until: "2026-04-01T09:05:00.000Z" },
    output: { isTold: true },
  },
  async run(context, { userId, until }) {
    const user = await recipientById(context, userId);
    if (user?.status !== "ACTIVE") return { isTold: false };

    const data = { name: user.name, until: new Date(until), linkPath: "/sign-in/link" };
    await sendMail(context, { template: "account-locked", data, ...mailTo(user) });
    return { isTold: true };
  },
});
