import "server-only";
import { z } from "zod";
import { type FieldRow, fieldColumns } from "@/lib/clients/custom-fields";
import { FieldKeyTaken } from "@/lib/clients/errors";
import { fieldCreated } from "@/lib/clients/events";
import { exampleField } from "@/lib/clients/examples";
import { fieldKinds } from "@/lib/clients/rules/custom-fields";
import { FieldView, fieldDetails, fieldKeySchema } from "@/lib/clients/schema";
import { isUniqueViolation } from "@/lib/core/db/failures";
import { sql } from "@/lib/core/db/sql";
import { InvalidInput } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createField = operation({
  name: "clients.field.create",
  summary: "Ask a question of one's own about clients",
  audience: ["staff"],
  input: z.strictObject({ key: fieldKeySchema, kind: z.enum(fieldKinds), ...fieldDetails }),
  output: FieldView,
  http: { method: "POST", path: "/client-fields", status: 201 },
  example: {
    input: {
      key: "heard_of_us",
      kind: "choice",
      label: { en: "How did you hear of us?" },
      choices: [{ value: "friend", label: { en: "From a friend" } }],
      isVisibleToClient: true,
    },
    output: exampleField,
  },
  refusals: ["clients.field_key_taken"],
  async run(
    { query, tenantId, now, audit, emit },
    { key, kind, label, help, choices, isRequired, isVisibleToClient },
  ) {
    if (kind === "choice" && choices.length === 0)
      throw new InvalidInput([{ path: "choices", code: "too_small", message: "must have at least 1 items" }]);

    const [field] = await query<FieldRow>(sql`
      insert into custom_fields (id, tenant_id, subject, key, label, help, kind, choices, is_required, is_visible_to_client,
        position, created_at, updated_at)
      select ${newId()}::uuid, ${tenantId}::uuid, 'client', ${key}, ${JSON.stringify(label)}::jsonb, ${JSON.stringify(help)}::jsonb,
        ${kind}, ${JSON.stringify(kind === "choice" ? choices : [])}::jsonb, ${isRequired}, ${isVisibleToClient},
        coalesce(max(position), 0) + 1, ${now}, ${now}
      from custom_fields where tenant_id = ${tenantId}::uuid and subject = 'client'
      returning ${fieldColumns}`).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new FieldKeyTaken() : error;
    });
    audit(null, field as FieldRow);
    emit(fieldCreated({ fieldId: (field as FieldRow).id }));
    return field as FieldRow;
  },
});
