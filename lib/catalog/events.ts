import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const group = z.object({ productGroupId: idSchema });
export const productGroupCreated = event("catalog/group.created", group, (p) => p.productGroupId);
export const productGroupUpdated = event("catalog/group.updated", group, (p) => p.productGroupId);

const product = z.object({ productId: idSchema });
export const productCreated = event("catalog/product.created", product, (p) => p.productId);
export const productUpdated = event("catalog/product.updated", product, (p) => p.productId);

const plan = z.object({ productId: idSchema, planId: idSchema });
export const planCreated = event("catalog/plan.created", plan, (p) => p.productId);
export const planUpdated = event("catalog/plan.updated", plan, (p) => p.productId);

const option = z.object({ productId: idSchema, optionId: idSchema });
export const optionCreated = event("catalog/option.created", option, (p) => p.productId);
export const optionUpdated = event("catalog/option.updated", option, (p) => p.productId);

const field = z.object({ productId: idSchema, productFieldId: idSchema });
export const fieldCreated = event("catalog/field.created", field, (p) => p.productId);
export const fieldUpdated = event("catalog/field.updated", field, (p) => p.productId);

const addon = z.object({ addonId: idSchema });
export const addonCreated = event("catalog/addon.created", addon, (p) => p.addonId);
export const addonUpdated = event("catalog/addon.updated", addon, (p) => p.addonId);

/** The owner is a plan, a choice of an option, or an add-on. */
export const pricesChanged = event(
  "catalog/prices.changed",
  z.object({ ownerId: idSchema }),
  (p) => p.ownerId,
);

export const recordMoved = event(
  "catalog/record.moved",
  z.object({ kind: z.string(), catalogRecordId: idSchema }),
  (p) => p.catalogRecordId,
);

const coupon = z.object({ couponId: idSchema });
export const couponCreated = event("catalog/coupon.created", coupon, (p) => p.couponId);
export const couponUpdated = event("catalog/coupon.updated", coupon, (p) => p.couponId);
