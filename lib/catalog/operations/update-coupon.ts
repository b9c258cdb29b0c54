import "server-only";
import { z } from "zod";
import { changesOf } from "@/lib/catalog/changes";
import { type CouponRow, checkCoupon, lockCoupon } from "@/lib/catalog/coupons";
import { couponUpdated } from "@/lib/catalog/events";
import { exampleCoupon } from "@/lib/catalog/examples";
import { CouponView, couponDetails } from "@/lib/catalog/rules/coupon-schema";
import { versionSchema } from "@/lib/catalog/schema";
import { withoutUndefined } from "@/lib/core/db/patch";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const updateCoupon = operation({
  name: "catalog.coupon.update",
  summary: "Change or pause a coupon",
  description: "Code and kind stay: orders name them. What was ordered with it keeps its discount.",
  audience: ["staff"],
  input: z.strictObject({ couponId: idSchema, version: versionSchema, ...changesOf(couponDetails) }),
  output: CouponView,
  http: { method: "PATCH", path: "/coupons/{couponId}" },
  example: {
    input: { couponId: exampleCoupon.id, version: 1, isActive: false },
    output: { ...exampleCoupon, isActive: false, version: 2 },
  },
  refusals: ["catalog.coupon_not_found", "core.stale_version"],
  async run(context, { couponId: id, version, ...changes }) {
    const { db, now, audit, emit } = context;
    const before = await lockCoupon(context, { couponId: id, version });
    const given = withoutUndefined(changes);
    checkCoupon({ ...before, ...given });
    const data = { ...given, version: version + 1, updatedAt: now };
    const after = (await db.coupon.update({ where: { id }, data })) as unknown as CouponRow;
    audit(before, after);
    emit(couponUpdated({ couponId: id }));
    return after;
  },
});
