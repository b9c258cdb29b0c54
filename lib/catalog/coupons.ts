import "server-only";
import { CouponNotFound } from "@/lib/catalog/errors";
import type { Coupon } from "@/lib/catalog/rules/coupon";
import { sql } from "@/lib/core/db/sql";
import { InvalidInput, StaleVersion } from "@/lib/core/errors";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type CouponRow = Omit<Coupon, "amounts" | "planIds"> & {
  amounts: Record<string, number>;
  planIds: string[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export const couponColumns = sql`id, code, kind, percent, amounts, plan_ids as "planIds", max_uses as "maxUses", uses,
  once_per_client as "oncePerClient", valid_from as "validFrom", valid_until as "validUntil", is_active as "isActive", version,
  created_at as "createdAt", updated_at as "updatedAt"`;

/** The coupon of a code as somebody types it, whether it still counts or not; undefined when there is none. */
export async function findCoupon(
  { query, tenantId }: Pick<QueryContext, "query" | "tenantId">,
  code: string,
): Promise<CouponRow | undefined> {
  const [row] = await query<CouponRow>(sql`
    select ${couponColumns} from coupons where tenant_id = ${tenantId}::uuid and code = ${code.trim().toUpperCase()}`);
  return row;
}

/** Locks a coupon for a change by someone who has seen `version`. Throws CouponNotFound, StaleVersion. */
export async function lockCoupon(
  { query, tenantId }: CommandContext,
  { couponId, version }: { couponId: string; version: number },
): Promise<CouponRow> {
  const [row] = await query<CouponRow>(sql`
    select ${couponColumns} from coupons where tenant_id = ${tenantId}::uuid and id = ${couponId}::uuid for update`);
  if (row === undefined) throw new CouponNotFound();
  if (row.version !== version) throw new StaleVersion();
  return row;
}

type Draft = Pick<Coupon, "kind" | "percent" | "amounts" | "validFrom" | "validUntil">;

/** Throws InvalidInput for a coupon that would take nothing off, or never. */
export function checkCoupon({ kind, percent, amounts, validFrom, validUntil }: Draft): void {
  const refuse = (path: string, code: string, message: string): never => {
    throw new InvalidInput([{ path, code, message }]);
  };
  if (kind === "PERCENT" && percent === null) refuse("percent", "too_small", "is required");
  if (kind === "FIXED" && Object.keys(amounts).length === 0)
    refuse("amounts", "too_small", "must name an amount in one currency at least");
  if (validFrom && validUntil && validUntil <= validFrom)
    refuse("validUntil", "too_small", "must be after the beginning");
}
