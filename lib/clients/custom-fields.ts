import "server-only";
import type { FieldKind, FieldRule } from "@/lib/clients/rules/custom-fields";
import type { FieldChoice } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";

export type FieldRow = {
  id: string;
  key: string;
  label: Record<string, string>;
  help: Record<string, string>;
  kind: FieldKind;
  choices: FieldChoice[];
  isRequired: boolean;
  isVisibleToClient: boolean;
  position: number;
  retiredAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const fieldColumns = sql`id, key, label, help, kind, choices, is_required as "isRequired",
  is_visible_to_client as "isVisibleToClient", position, retired_at as "retiredAt", version,
  created_at as "createdAt", updated_at as "updatedAt"`;

/** The company's own questions on clients, in their order, retired ones included. */
export function clientFields({ query, tenantId }: QueryContext): Promise<FieldRow[]> {
  return query<FieldRow>(sql`
    select ${fieldColumns} from custom_fields where tenant_id = ${tenantId}::uuid and subject = 'client' order by position, id`);
}

export function toRule({ choices, ...field }: FieldRow): FieldRule {
  return { ...field, choices: choices.map(({ value }) => value) };
}
