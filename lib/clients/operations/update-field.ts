import "server-only";
import { z } from "zod";
import { type FieldRow, fieldColumns } from "@/lib/clients/custom-fields";
import { FieldNotFound } from "@/lib/clients/errors";
import { fieldUpdated } from "@/lib/clients/events";
import { exampleField } from "@/lib/clients/examples";
import { FieldView, fieldDetails } from "@/lib/clients/schema";
import { withoutUndefined } from "@/lib/core/db/patch";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";

export const updateField = operation({
  name: "clients.field.update",
  summary: "Change, move or retire a question about clients",
  description:
    "Key and kind stay: answers were given under them. A retired question is asked no more; answers that it has are kept.",
  audience: ["staff"],
  input: z.strictObject({
    fieldId: idSchema,
    version: z.number().int().min(1),
    label: fieldDetails.label.optional(),
    help: fieldDetails.help.removeDefault().optional(),
    choices: fieldDetails.choices.removeDefault().optional(),
    isRequired: z.boolean().optional(),
    isVisibleToClient: z.boolean().optional(),
    position: z.number().int().min(1).max(1_000).optional(),
    isRetired: z.boolean().optional(),
  }),
  output: FieldView,
  http: { method: "PATCH", path: "/client-fields/{fieldId}" },
  example: {
    input: { fieldId: exampleField.id, version: 1, isRequired: true },
    output: { ...exampleField, isRequired: true, version: 2 },
  },
  refusals: ["clients.field_not_found", "core.stale_version"],
  async run(context, { fieldId, version, isRetired, ...changes }) {
    const { query, execute, tenantId, now, audit, emit } = context;
    const before = await lockField(context, { fieldId, version });

    const row = { ...before, ...withoutUndefined(changes) };
    const retiredAt =
      isRetired === undefined ? before.retiredAt : isRetired ? (before.retiredAt ?? now) : null;
    // Who moves takes the place of whoever stands there.
    if (row.position !== before.position)
      await execute(sql`
        update custom_fields set position = ${before.position} where tenant_id = ${tenantId}::uuid and subject = 'client'
          and position = ${row.position}`);
    const [after] = await query<FieldRow>(sql`
      update custom_fields set label = ${JSON.stringify(row.label)}::jsonb, help = ${JSON.stringify(row.help)}::jsonb,
        choices = ${JSON.stringify(row.choices)}::jsonb, is_required = ${row.isRequired},
        is_visible_to_client = ${row.isVisibleToClient}, position = ${row.position}, retired_at = ${retiredAt},
        version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${fieldId}::uuid returning ${fieldColumns}`);
    audit(before, after as FieldRow);
    emit(fieldUpdated({ fieldId }));
    return after as FieldRow;
  },
});

/** Throws FieldNotFound, StaleVersion. */
async function lockField(
  { query, tenantId }: CommandContext,
  { fieldId, version }: { fieldId: string; version: number },
): Promise<FieldRow> {
  const [row] = await query<FieldRow>(sql`
    select ${fieldColumns} from custom_fields where tenant_id = ${tenantId}::uuid and id = ${fieldId}::uuid for update`);
  if (row === undefined) throw new FieldNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}
