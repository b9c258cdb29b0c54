import "server-only";
import type { z } from "zod";
import type { OptionKind } from "@/lib/catalog/rules/offer";
import type { ChoiceDraft, OptionChoiceView } from "@/lib/catalog/schema";
import { sql } from "@/lib/core/db/sql";
import { InvalidInput } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

type Choice = z.output<typeof OptionChoiceView>;

/** The choices of an option, the retired ones with them. */
export async function findChoices(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  optionId: string,
): Promise<Choice[]> {
  return query<Choice>(sql`
    select id, key, status, name, is_default as "isDefault", position from option_choices
    where tenant_id = ${tenantId}::uuid and option_id = ${optionId}::uuid order by position, id`);
}

type Draft = {
  kind: OptionKind;
  minimum: number;
  maximum: number;
  step: number;
  /** Left out where the choices do not change. */
  choices?: readonly ChoiceDraft[] | undefined;
};

/** Throws InvalidInput for what no buyer could choose from. */
export function checkOption({ kind, minimum, maximum, step, choices }: Draft): void {
  const refuse = (path: string, code: string, message: string): never => {
    throw new InvalidInput([{ path, code, message }]);
  };
  if (kind === "QUANTITY") {
    if (maximum < 1 || maximum < minimum) refuse("maximum", "too_small", "must not be below the minimum");
    if ((maximum - minimum) % step !== 0)
      refuse("step", "custom", "must lead from the minimum to the maximum");
  }
  if (kind !== "CHOICE" || choices === undefined) return;
  if (!choices.some(({ isRetired }) => !isRetired))
    refuse("choices", "too_small", "must have at least 1 items");
  const keys = choices.map(({ key }) => key);
  if (keys.some((key) => key === "")) refuse("choices", "too_small", "must each have a key");
  if (new Set(keys).size < keys.length) refuse("choices", "taken", "must each have a key of their own");
}

/**
 * Writes the choices of an option in the order of the list: told apart by key, new ones made, those left out retired. A quantity
 * and a yes/no have one, whatever the list says.
 */
export async function writeChoices(
  context: CommandContext,
  option: { id: string; kind: OptionKind },
  drafts: readonly ChoiceDraft[],
): Promise<Choice[]> {
  const { execute, tenantId, now } = context;
  const wanted =
    option.kind === "CHOICE" ? drafts : [{ key: "unit", name: {}, isDefault: true, isRetired: false }];
  for (const [index, { key, name, isDefault, isRetired }] of wanted.entries()) {
    const status = isRetired ? "RETIRED" : "ACTIVE";
    await execute(sql`
      insert into option_choices (id, tenant_id, option_id, key, status, name, is_default, position, created_at, updated_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${option.id}::uuid, ${key}, ${status}::catalog_status, ${JSON.stringify(name)}::jsonb,
        ${isDefault}, ${index + 1}, ${now}, ${now})
      on conflict (tenant_id, option_id, key) do update set status = excluded.status, name = excluded.name,
        is_default = excluded.is_default, position = excluded.position, updated_at = excluded.updated_at`);
  }
  await execute(sql`
    update option_choices set status = 'RETIRED', updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and option_id = ${option.id}::uuid and status <> 'RETIRED'
      and key <> all(${wanted.map(({ key }) => key)}::text[])`);
  return findChoices(context, option.id);
}
