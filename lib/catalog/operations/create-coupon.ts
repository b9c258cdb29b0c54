import "server-only";
import { z } from "zod";
import { type CouponRow, checkCoupon } from "@/lib/catalog/coupons";
import { couponCreated } from "@/lib/catalog/events";
import { exampleCoupon } from "@/lib/catalog/examples";
import { written } from "@/lib/catalog/records";
import { couponKinds } from "@/lib/catalog/rules/coupon";
import { CouponView, couponCodeSchema, couponDetails } from "@/lib/catalog/rules/coupon-schema";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createCoupon = operation({
  name: "catalog.coupon.create",
  summary: "Create a coupon",
  audience: ["staff"],
  input: z.strictObject({ code: couponCodeSchema, kind: z.enum(couponKinds), ...couponDetails }),
  output: CouponView,
  http: { method: "POST", path: "/coupons", status: 201 },
  example: { input: { code: "SPRING-25", kind: "PERCENT", percent: "25" }, output: exampleCoupon },
  refusals: ["catalog.name_taken"],
  async run({ db, tenantId, now, audit, emit }, details) {
    checkCoupon(details);
    const data = { id: newId(), tenantId, ...details, createdAt: now, updatedAt: now };
    const coupon = await written<CouponRow>(db.coupon.create({ data }), "code");
    audit(null, coupon);
    emit(couponCreated({ couponId: coupon.id }));
    return coupon;
  },
});
