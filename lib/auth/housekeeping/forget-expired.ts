import "server-only";
import { z } from "zod";
import { userForgotten } from "@/lib/auth/events";
import { forgettable, forgottenBefore } from "@/lib/auth/housekeeping/limits";
import { retentionSettings } from "@/lib/auth/housekeeping/settings";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { readSettings } from "@/lib/core/settings/read";

/** Rows of one transaction: no lock is held for long. */
export const forgottenAtOnce = 1_000;

/** Deletes one portion of what is past its time, of one kind, at one company. Has no door. */
export const forgetExpired = operation({
  name: "auth.account.forgetExpired",
  summary: "Delete what is past its time about accounts",
  audience: ["system"],
  input: z.strictObject({ what: z.enum(forgettable) }),
  output: z.object({ forgotten: z.number().int(), isDone: z.boolean() }),
  example: { input: { what: "links" }, output: { forgotten: 12, isDone: true } },
  async run(context, { what }) {
    const before = forgottenBefore(what, context.now, await readSettings(context, retentionSettings));
    const forgotten =
      what === "unconfirmed"
        ? await forgetUnconfirmed(context, before)
        : await forgetRows(context, what, before);
    return { forgotten, isDone: forgotten < forgottenAtOnce };
  },
});

async function forgetRows({ query }: CommandContext, what: string, before: Date): Promise<number> {
  const [row] = await query<{ forgotten: number }>(
    sql`select forget_expired(${what}, ${before}, ${forgottenAtOnce}) as forgotten`,
  );
  return row?.forgotten ?? 0;
}

/** People: each deletion is on record and announced, though not whose account it was. */
async function forgetUnconfirmed(context: CommandContext, before: Date): Promise<number> {
  const gone = await context.query<{ id: string }>(
    sql`select forget_unconfirmed(${before}, ${forgottenAtOnce}, ${context.now}) as id`,
  );
  for (const { id } of gone) {
    context.audit({ id, status: "PENDING" }, null, "user");
    context.emit(userForgotten({ userId: id }));
  }
  return gone.length;
}
