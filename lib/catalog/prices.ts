import "server-only";
import type { z } from "zod";
import { CatalogRecordNotFound, PricesChanged } from "@/lib/catalog/errors";
import { byLength } from "@/lib/catalog/rules/cycle";
import type { OwnedPriceView, PriceChange } from "@/lib/catalog/schema";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

type Owned = z.output<typeof OwnedPriceView>;
type Row = {
  id: string;
  ownerId: string;
  currency: CurrencyCode;
  cycle: string;
  amount: bigint;
  setup: bigint;
  validFrom: Date;
  validUntil: Date | null;
};

const columns = sql`id, coalesce(plan_id, choice_id, addon_id) as "ownerId", currency, cycle, amount_minor as amount,
  setup_minor as setup, valid_from as "validFrom", valid_until as "validUntil"`;

/** The prices that count now of plans, choices and add-ons: by currency, then from once over short to long. */
export async function pricesOfOwners(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  ownerIds: readonly string[],
): Promise<Owned[]> {
  const rows = await query<Row>(sql`
    select ${columns} from prices where tenant_id = ${tenantId}::uuid and valid_until is null
      and (plan_id = any(${ownerIds}::uuid[]) or choice_id = any(${ownerIds}::uuid[]) or addon_id = any(${ownerIds}::uuid[]))`);
  return rows
    .map(toPrice)
    .sort(
      (left, right) =>
        left.amount.currency.localeCompare(right.amount.currency) || byLength(left.cycle, right.cycle),
    );
}

/** All prices that a plan had, the newest first. Throws CatalogRecordNotFound. */
export async function priceHistory(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  planId: string,
): Promise<Owned[]> {
  const plans = await query(
    sql`select id from plans where tenant_id = ${tenantId}::uuid and id = ${planId}::uuid`,
  );
  if (plans.length === 0) throw new CatalogRecordNotFound();

  const rows = await query<Row>(sql`
    select ${columns} from prices where tenant_id = ${tenantId}::uuid and plan_id = ${planId}::uuid
    order by valid_from desc, id desc limit 500`);
  return rows.map(toPrice);
}

function toPrice({ amount, setup, currency, ...row }: Row): Owned {
  return { ...row, amount: money(amount, currency), setup: money(setup, currency) };
}

export type PriceOwner = {
  planId?: string | undefined;
  choiceId?: string | undefined;
  addonId?: string | undefined;
};

/** One after the other: whoever changes prices of the same owner sees what the one before has made. Throws CatalogRecordNotFound. */
export async function lockOwner(
  { query, tenantId }: CommandContext,
  { planId, choiceId, addonId }: PriceOwner,
): Promise<void> {
  const lock = planId
    ? sql`select id from plans where tenant_id = ${tenantId}::uuid and id = ${planId}::uuid for no key update`
    : choiceId
      ? sql`select id from option_choices where tenant_id = ${tenantId}::uuid and id = ${choiceId}::uuid for no key update`
      : sql`select id from addons where tenant_id = ${tenantId}::uuid and id = ${addonId ?? null}::uuid for no key update`;
  if ((await query(lock)).length === 0) throw new CatalogRecordNotFound();
}

type Change = {
  owner: PriceOwner;
  /** The prices that count, read under the owner's lock. */
  before: readonly Owned[];
  change: z.output<typeof PriceChange>;
};

/** Closes the price that was seen and opens another. Throws PricesChanged when another one counts by now. */
export async function changePrice(
  { execute, tenantId, now }: CommandContext,
  { owner, before, change }: Change,
): Promise<void> {
  const { currency, cycle, amountMinor, setupMinor, seenPriceId } = change;
  const current = before.find((price) => price.cycle === cycle && price.amount.currency === currency);
  if ((current?.id ?? null) !== seenPriceId) throw new PricesChanged();
  if (current && amountMinor !== null && isSame(current, amountMinor, setupMinor)) return;

  if (current) {
    // Never before its beginning, whatever the clock says.
    await execute(sql`
      update prices set valid_until = greatest(valid_from, ${now}) where tenant_id = ${tenantId}::uuid and id = ${current.id}::uuid
        and valid_until is null`);
  }
  if (amountMinor === null) return;
  await execute(sql`
    insert into prices (id, tenant_id, plan_id, choice_id, addon_id, currency, cycle, amount_minor, setup_minor, valid_from, created_at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${owner.planId ?? null}::uuid, ${owner.choiceId ?? null}::uuid,
      ${owner.addonId ?? null}::uuid, ${currency}, ${cycle}, ${amountMinor}, ${setupMinor}, ${now}, ${now})`);
}

function isSame({ amount, setup }: Owned, amountMinor: number, setupMinor: number): boolean {
  return amount.minor === BigInt(amountMinor) && setup.minor === BigInt(setupMinor);
}
