import { z } from "zod";
import { couponKinds } from "@/lib/catalog/rules/coupon";
import { stamps } from "@/lib/catalog/schema";
import { idSchema } from "@/lib/core/ids";
import { currencySchema } from "@/lib/core/money/schema";
import { instantSchema } from "@/lib/core/time/schema";

export const couponCodeSchema = z
  .string()
  .max(60)
  .transform((code) => code.trim().toUpperCase())
  .pipe(
    z.string().regex(/^[A-Z0-9][A-Z0-9_-]{2,39}$/, "must be 3 to 40 letters, digits, hyphens or underscores"),
  )
  .meta({ examples: ["SPRING-25"] });

export const CouponView = z
  .object({
    id: idSchema,
    code: z.string(),
    kind: z.enum(couponKinds),
    percent: z.string().nullable(),
    amounts: z.record(z.string(), z.number()),
    planIds: z.array(idSchema),
    maxUses: z.number().int().nullable(),
    uses: z.number().int(),
    oncePerClient: z.boolean(),
    validFrom: instantSchema.nullable(),
    validUntil: instantSchema.nullable(),
    isActive: z.boolean(),
    ...stamps,
  })
  .meta({ id: "Coupon" });

const percentSchema = z
  .string()
  .regex(/^(?:100|\d{1,2}(?:\.\d{1,2})?)$/, "must be a percentage from 0.01 to 100")
  .refine((text) => Number(text) > 0, "must be above 0");

/** An amount for each currency; one of nothing is none. */
const amountsSchema = z
  .array(z.strictObject({ currency: currencySchema, minor: z.number().int().min(0).max(1_000_000_000_000) }))
  .max(20)
  .transform((amounts) =>
    Object.fromEntries(
      amounts.filter(({ minor }) => minor > 0).map(({ currency, minor }) => [currency, minor]),
    ),
  );

export const couponDetails = {
  percent: percentSchema.nullable().default(null),
  amounts: amountsSchema.default({}),
  planIds: z
    .array(z.union([z.literal(""), idSchema]))
    .max(200)
    .transform((ids) => [...new Set(ids)].filter((id) => id !== ""))
    .default([]),
  maxUses: z.number().int().min(1).max(1_000_000).nullable().default(null),
  oncePerClient: z.boolean().default(false),
  validFrom: instantSchema.nullable().default(null),
  validUntil: instantSchema.nullable().default(null),
  isActive: z.boolean().default(true),
};
