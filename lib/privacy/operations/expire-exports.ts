import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { expireExport } from "@/lib/privacy/operations/expire-export";

const atOnce = 50;

/**
 * Deletes the files of exports that are past their time and still there, because the run that was to delete them did not live to
 * do it. Has no door.
 */
export const expireExports = operation({
  name: "privacy.export.expireAll",
  summary: "Delete the files of exports that are past their time",
  audience: ["system"],
  input: z.strictObject({}),
  output: z.object({ forgotten: z.number().int(), isDone: z.boolean() }),
  example: { input: {}, output: { forgotten: 1, isDone: true } },
  async run(context) {
    const { query, tenantId, now } = context;
    const overdue = await query<{ id: string }>(sql`
      select id from data_exports
      where tenant_id = ${tenantId}::uuid and status = 'ready' and expires_at < ${now}
      order by expires_at, id limit ${atOnce} for update skip locked`);
    for (const { id } of overdue) await context.call(expireExport, { exportId: id });
    return { forgotten: overdue.length, isDone: overdue.length < atOnce };
  },
});
