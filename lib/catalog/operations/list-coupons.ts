import "server-only";
import { z } from "zod";
import { type CouponRow, couponColumns } from "@/lib/catalog/coupons";
import { exampleCoupon } from "@/lib/catalog/examples";
import { CouponView } from "@/lib/catalog/rules/coupon-schema";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";

const definition = {
  from: sql`coupons`,
  columns: couponColumns,
  sorts: { code: { column: "code", type: "text" }, createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: {
    isActive: z.boolean().optional(),
    search: lineSchema(40).optional().meta({ description: "What the code begins with." }),
  },
} as const;

export const listCoupons = query({
  name: "catalog.coupon.list",
  summary: "List coupons",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(CouponView),
  http: { method: "GET", path: "/coupons" },
  example: { input: { sort: "code" }, output: { items: [exampleCoupon], nextCursor: null } },
  async run(context, { isActive, search, ...request }) {
    return readPage<CouponRow>(context, definition, request, [
      isActive === undefined ? undefined : sql`is_active = ${isActive}`,
      search === undefined ? undefined : sql`starts_with(code, ${search.toUpperCase()})`,
    ]);
  },
});
