import "server-only";
import { z } from "zod";
import { type CouponRow, couponColumns } from "@/lib/catalog/coupons";
import { CouponNotFound } from "@/lib/catalog/errors";
import { exampleCoupon } from "@/lib/catalog/examples";
import { CouponView } from "@/lib/catalog/rules/coupon-schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { query } from "@/lib/core/operation/operation";

export const getCoupon = query({
  name: "catalog.coupon.get",
  summary: "Read a coupon",
  audience: ["staff"],
  input: z.strictObject({ couponId: idSchema }),
  output: CouponView,
  http: { method: "GET", path: "/coupons/{couponId}" },
  example: { input: { couponId: exampleCoupon.id }, output: exampleCoupon },
  refusals: ["catalog.coupon_not_found"],
  async run({ query, tenantId }, { couponId }) {
    const [row] = await query<CouponRow>(sql`
      select ${couponColumns} from coupons where tenant_id = ${tenantId}::uuid and id = ${couponId}::uuid`);
    if (row === undefined) throw new CouponNotFound();
    return row;
  },
});
