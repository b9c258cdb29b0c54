import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { countSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

/** Events that were announced and not yet handed to durable work. Usually none; more than a minute old is a fault. */
export const getBacklog = query({
  name: "overview.backlog.get",
  summary: "See what durable work has not picked up yet",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z
    .object({ waiting: countSchema, oldestAt: instantSchema.nullable(), asOf: instantSchema })
    .meta({ id: "Backlog" }),
  http: { method: "GET", path: "/backlog" },
  example: { input: {}, output: { waiting: 0, oldestAt: null, asOf: "2026-04-01T09:00:00.000Z" } },
  async run({ query, now }) {
    const [backlog] = await query<{ waiting: bigint; oldest: Date | null }>(
      sql`select * from outbox_backlog()`,
    );
    return { waiting: backlog?.waiting ?? 0n, oldestAt: backlog?.oldest ?? null, asOf: now };
  },
});
