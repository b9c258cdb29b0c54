import { z } from "zod";
import { problemCodes } from "@/lib/catalog/rules/selection";
import { idSchema } from "@/lib/core/ids";
import { currencySchema, moneySchema } from "@/lib/core/money/schema";
import { countrySchema, countSchema, emailSchema, languageSchema, lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";
import { reviewRules } from "@/lib/orders/rules/review";
import { cycleSchema, selectionFields } from "@/lib/orders/rules/selection-schema";
import { orderStatuses } from "@/lib/orders/rules/status";

/** The secret by which a visitor's cart is found: 32 bytes in base64url. */
export const cartTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "must be the token of a cart");

const TaxView = z.object({
  name: z.string(),
  category: z.string(),
  rate: z.string(),
  net: moneySchema,
  tax: moneySchema,
});

export const SumsView = z
  .object({
    subtotal: moneySchema.meta({ description: "Of the catalogue, before discount." }),
    discount: moneySchema,
    taxes: z.array(TaxView),
    net: moneySchema,
    tax: moneySchema,
    total: moneySchema,
    isInclusive: z.boolean().meta({ description: "Whether prices on the lines contain their tax." }),
  })
  .meta({ id: "Sums" });

export const CartLineView = z.object({
  kind: z.enum(["PLAN", "OPTION", "ADDON"]),
  description: z.string(),
  quantity: z.number().int(),
  unit: moneySchema,
  setup: moneySchema,
  amount: moneySchema.meta({ description: "Due with the order, before discount." }),
});

export const CartItemView = z.object({
  id: idSchema,
  planId: idSchema,
  label: z.string(),
  cycle: z.string(),
  quantity: z.number().int(),
  mostQuantity: z.number().int(),
  cycles: z.array(z.string()).meta({ description: "The cycles that it can be had with." }),
  hostName: z.string().nullable(),
  lines: z.array(CartLineView),
  due: moneySchema,
  recurring: moneySchema,
  problems: z
    .array(z.object({ path: z.string(), code: z.enum(problemCodes) }))
    .meta({ description: "Why it cannot be ordered as it is: it was withdrawn, sold out, or changed." }),
});

export const CartView = z
  .object({
    id: idSchema,
    currency: currencySchema,
    currencies: z.array(z.string()).meta({ description: "That it can be paid in." }),
    items: z.array(CartItemView),
    coupon: z
      .object({ code: z.string(), problem: z.enum(["unknown", "not_valid", "no_match"]).nullable() })
      .nullable(),
    sums: SumsView,
    canOrder: z.boolean(),
    orderId: idSchema.nullable().meta({ description: "The order that it has become." }),
    expiresAt: instantSchema,
  })
  .meta({ id: "Cart" });

/** As far as tax depends on the buyer. */
export const buyerTaxFields = {
  country: countrySchema.nullable().default(null),
  region: lineSchema(120, 0).nullable().default(null),
  kind: z.enum(["PERSON", "COMPANY"]).default("PERSON"),
  taxNumber: lineSchema(40, 0).nullable().default(null),
};

export const GetCartInput = z.strictObject({
  token: cartTokenSchema,
  language: languageSchema,
  ...buyerTaxFields,
});

export const AddToCartInput = z.strictObject({
  token: cartTokenSchema
    .nullable()
    .default(null)
    .meta({ description: "None, or one that is gone: a new cart begins." }),
  currency: currencySchema
    .nullable()
    .default(null)
    .meta({ description: "Of a new cart; the company's when left out." }),
  ...selectionFields,
});
export const AddedToCart = z
  .object({ token: cartTokenSchema, itemId: idSchema, expiresAt: instantSchema })
  .meta({ id: "AddedToCart" });

export const ChangeCartItemInput = z.strictObject({
  token: cartTokenSchema,
  itemId: idSchema,
  quantity: z.number().int().min(1).max(1_000).optional(),
  cycle: cycleSchema.optional(),
});
export const CartItemReference = z.strictObject({ token: cartTokenSchema, itemId: idSchema });
export const CartCouponInput = z.strictObject({
  token: cartTokenSchema,
  code: lineSchema(40, 0).meta({ description: "Empty: none." }),
});
export const CartCurrencyInput = z.strictObject({ token: cartTokenSchema, currency: currencySchema });
export const CartChanged = z.object({ isChanged: z.literal(true) }).meta({ id: "CartChanged" });

const optionalLine = (most: number) => lineSchema(most, 0).nullable().default(null);

/** Who orders, of a visitor. */
export const BuyerInput = z.object({
  kind: z.enum(["PERSON", "COMPANY"]).default("PERSON"),
  name: lineSchema(120),
  companyName: optionalLine(160),
  email: emailSchema,
  phone: optionalLine(40),
  country: countrySchema,
  line1: optionalLine(160),
  line2: optionalLine(160),
  city: optionalLine(120),
  region: optionalLine(120),
  postalCode: optionalLine(20),
  taxNumber: optionalLine(40),
});

export const PlaceOrderInput = z.strictObject({
  token: cartTokenSchema,
  language: languageSchema,
  expectedTotalMinor: z.number().int().min(0).meta({
    description:
      "What the page showed, in minor units: where it is another now the order is refused, so that nobody pays what they have not seen.",
  }),
  expectedCurrency: currencySchema,
  termsHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null)
    .meta({ description: "SHA-256 of the terms as they were shown and agreed to." }),
  address: z
    .string()
    .max(64)
    .nullable()
    .default(null)
    .meta({ description: "The network address, as the door knows it." }),
  // Of a visitor; whoever is signed in orders for the client that they act for, and these are not looked at.
  kind: z.string().max(10).optional(),
  name: z.string().max(1_000).optional(),
  companyName: z.string().max(1_000).nullish(),
  email: z.string().max(1_000).optional(),
  phone: z.string().max(1_000).nullish(),
  country: z.string().max(10).optional(),
  line1: z.string().max(1_000).nullish(),
  line2: z.string().max(1_000).nullish(),
  city: z.string().max(1_000).nullish(),
  region: z.string().max(1_000).nullish(),
  postalCode: z.string().max(1_000).nullish(),
  taxNumber: z.string().max(1_000).nullish(),
});
export const OrderPlaced = z
  .object({ orderId: idSchema, number: countSchema, status: z.enum(orderStatuses) })
  .meta({ id: "OrderPlaced" });

const ReviewReasonView = z
  .object({ rule: z.enum(reviewRules) })
  .catchall(z.union([z.string(), z.number()]))
  .meta({ id: "ReviewReason" });

export const OrderView = z
  .object({
    id: idSchema,
    number: countSchema,
    clientId: idSchema,
    status: z.enum(orderStatuses),
    source: z.enum(["STOREFRONT", "STAFF", "API"]),
    net: moneySchema,
    tax: moneySchema,
    total: moneySchema,
    couponCode: z.string().nullable(),
    invoiceId: idSchema.nullable(),
    placedByName: z.string(),
    termsAcceptedAt: instantSchema.nullable(),
    ipAddress: z.string().nullable().meta({ description: "For staff only." }),
    ipCountry: z.string().nullable().meta({ description: "For staff only." }),
    reviewReasons: z.array(ReviewReasonView).meta({ description: "For staff only: why it was held." }),
    reviewedByName: z.string().nullable(),
    reviewedAt: instantSchema.nullable(),
    reason: z.string().nullable().meta({ description: "Why it was cancelled." }),
    acceptedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    version: z.number().int(),
    createdAt: instantSchema,
  })
  .meta({ id: "Order" });

export const OrderLineView = z
  .object({
    id: idSchema,
    item: z.number().int().meta({ description: "Lines of one thing bought share it." }),
    kind: z.enum(["PLAN", "OPTION", "ADDON", "DISCOUNT"]),
    description: z.string(),
    cycle: z.string(),
    quantity: z.number().int(),
    unit: moneySchema,
    setup: moneySchema,
    discount: moneySchema,
    amount: moneySchema,
    subscriptionId: idSchema.nullable(),
    overrideReason: z.string().nullable().meta({ description: "For staff only." }),
  })
  .meta({ id: "OrderLine" });

export const OrderWithLines = OrderView.extend({ lines: z.array(OrderLineView) }).meta({
  id: "OrderWithLines",
});

export const OrderReference = z.strictObject({ orderId: idSchema });
export const OrderVersion = z.strictObject({ orderId: idSchema, version: z.number().int().min(1) });
export const OrderVersionWithReason = z.strictObject({
  orderId: idSchema,
  version: z.number().int().min(1),
  reason: lineSchema(200),
});

/** A price of staff's own for an item: of one unit and cycle, and its set-up fee, in place of the whole item's. */
const OverrideInput = z.strictObject({
  unit: moneySchema,
  setup: moneySchema,
  reason: lineSchema(200),
});

export const CreateOrderInput = z.strictObject({
  clientId: idSchema,
  items: z
    .array(z.strictObject({ ...selectionFields, override: OverrideInput.nullable().default(null) }))
    .min(1)
    .max(50),
  couponCode: lineSchema(40, 0).nullable().default(null),
});
