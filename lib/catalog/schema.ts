import { z } from "zod";
import { isCycleCode } from "@/lib/catalog/rules/cycle";
import { catalogStatuses, optionKinds, productKinds } from "@/lib/catalog/rules/offer";
import { fieldKinds } from "@/lib/clients/rules/custom-fields";
import { idSchema } from "@/lib/core/ids";
import { currencySchema, moneySchema } from "@/lib/core/money/schema";
import { languages, lineSchema, textsSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

export const versionSchema = z.number().int().min(1);

/** The name of a thing in addresses. */
export const slugSchema = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be small letters, digits and single hyphens")
  .meta({ examples: ["web-hosting"] });

/** The name of a thing for modules and machines; it never changes. */
export const keySchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, "must be small letters, digits and underscores, beginning with a letter");

export const cycleSchema = z
  .string()
  .refine(isCycleCode, "must be `once`, or a count and a unit such as 1m, 3m, 1y, 10d")
  .meta({ description: "`once`, or a count and a unit: `1m`, `3m`, `1y`, `10d`, `2w`.", examples: ["1m"] });

const taxClassSchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "must be the name of a tax class");

/** Settings of a module as people typed them: it reads them itself. A pair without a name is none. */
/** As the modules name them. */
const settingNameSchema = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9_]{0,39}$/,
    "must be letters, digits and underscores, beginning with a small letter",
  );
const moduleSettingsSchema = z
  .array(z.strictObject({ name: z.union([z.literal(""), settingNameSchema]), value: lineSchema(500, 0) }))
  .max(50)
  .transform((pairs) =>
    Object.fromEntries(pairs.filter(({ name }) => name !== "").map(({ name, value }) => [name, value])),
  );
const moduleSettingsView = z.record(z.string(), z.string());

export const textsView = z
  .partialRecord(z.enum(languages), z.string())
  .meta({ description: "A text by language: en, de, ar." });

/** Nothing is drafted or hidden by itself: parts of a product are offered, or no more. */
export const partStatuses = ["ACTIVE", "RETIRED"] as const;
export const stamps = {
  version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
  createdAt: instantSchema,
  updatedAt: instantSchema,
};

export const ProductGroupView = z
  .object({
    id: idSchema,
    slug: z.string(),
    name: textsView,
    description: textsView,
    isHidden: z
      .boolean()
      .meta({ description: "Not shown on the storefront; what is in it is sold by link." }),
    position: z.number().int(),
    ...stamps,
  })
  .meta({ id: "ProductGroup" });

export const productGroupDetails = {
  slug: slugSchema,
  name: textsSchema(80, 1),
  description: textsSchema(500).default({}),
  isHidden: z.boolean().default(false),
};

export const PriceView = z
  .object({
    id: idSchema,
    cycle: z.string(),
    amount: moneySchema,
    setup: moneySchema.meta({ description: "Due once, with the first period." }),
    validFrom: instantSchema,
    validUntil: instantSchema.nullable().meta({ description: "Null: it counts." }),
  })
  .meta({ id: "Price" });

export const ProductView = z
  .object({
    id: idSchema,
    groupId: idSchema,
    slug: z.string(),
    kind: z.enum(productKinds),
    status: z.enum(catalogStatuses),
    name: textsView,
    tagline: textsView,
    description: textsView,
    taxClass: z.string(),
    module: z.string().nullable(),
    moduleSettings: moduleSettingsView,
    asksHostName: z.boolean(),
    position: z.number().int(),
    ...stamps,
  })
  .meta({ id: "Product" });

export const productDetails = {
  productGroupId: idSchema,
  slug: slugSchema,
  kind: z.enum(productKinds).default("HOSTING"),
  name: textsSchema(80, 1),
  tagline: textsSchema(160).default({}),
  description: textsSchema(5_000).default({}),
  taxClass: taxClassSchema.default("standard"),
  module: keySchema.nullable().default(null),
  moduleSettings: moduleSettingsSchema.default({}),
  asksHostName: z.boolean().default(false),
};

export const PlanView = z
  .object({
    id: idSchema,
    productId: idSchema,
    slug: z.string(),
    status: z.enum(catalogStatuses),
    name: textsView,
    tagline: textsView,
    features: z.array(textsView),
    moduleSettings: moduleSettingsView,
    stock: z.number().int().nullable(),
    perClientLimit: z.number().int().nullable(),
    maxQuantity: z.number().int(),
    isHighlighted: z.boolean(),
    position: z.number().int(),
    ...stamps,
  })
  .meta({ id: "Plan" });

/** A line that nobody wrote is none: a form sends empty ones. */
const featuresSchema = z
  .array(textsSchema(160))
  .max(40)
  .transform((lines) => lines.filter((line) => Object.keys(line).length > 0));

export const planDetails = {
  slug: slugSchema,
  status: z.enum(catalogStatuses).default("ACTIVE"),
  name: textsSchema(80, 1),
  tagline: textsSchema(160).default({}),
  features: featuresSchema.default([]),
  moduleSettings: moduleSettingsSchema.default({}),
  stock: z.number().int().min(0).max(1_000_000).nullable().default(null),
  perClientLimit: z.number().int().min(1).max(1_000).nullable().default(null),
  maxQuantity: z.number().int().min(1).max(1_000).default(1),
  isHighlighted: z.boolean().default(false),
};

export const OptionChoiceView = z
  .object({
    id: idSchema,
    key: z.string(),
    status: z.enum(catalogStatuses),
    name: textsView,
    isDefault: z.boolean(),
    position: z.number().int(),
  })
  .meta({ id: "OptionChoice" });

export const ProductOptionView = z
  .object({
    id: idSchema,
    productId: idSchema,
    key: z.string(),
    kind: z.enum(optionKinds),
    status: z.enum(catalogStatuses),
    name: textsView,
    help: textsView,
    unit: textsView,
    minimum: z.number().int(),
    maximum: z.number().int(),
    step: z.number().int(),
    position: z.number().int(),
    choices: z.array(OptionChoiceView),
    ...stamps,
  })
  .meta({ id: "ProductOption" });

/** One choice as it is written in a form: in the list's order, told apart by its key. One without key and name is none. */
export const choicesSchema = z
  .array(
    z.strictObject({
      key: z.union([z.literal(""), keySchema]),
      name: textsSchema(80),
      isDefault: z.boolean().default(false),
      isRetired: z.boolean().default(false),
    }),
  )
  .max(50)
  .transform((choices) => choices.filter(({ key, name }) => key !== "" || Object.keys(name).length > 0));
export type ChoiceDraft = z.output<typeof choicesSchema>[number];

const amountOfOption = z.number().int().min(0).max(100_000);
export const optionDetails = {
  name: textsSchema(80, 1),
  help: textsSchema(300).default({}),
  unit: textsSchema(40).default({}),
  minimum: amountOfOption.default(0),
  maximum: amountOfOption.default(1),
  step: amountOfOption.min(1).default(1),
  choices: choicesSchema.default([]),
};

export const ProductFieldView = z
  .object({
    id: idSchema,
    productId: idSchema,
    key: z.string(),
    kind: z.enum(fieldKinds),
    status: z.enum(catalogStatuses),
    label: textsView,
    help: textsView,
    choices: z.array(z.string()),
    isRequired: z.boolean(),
    position: z.number().int(),
    ...stamps,
  })
  .meta({ id: "ProductField" });

export const productFieldDetails = {
  label: textsSchema(120, 1),
  help: textsSchema(300).default({}),
  choices: z
    .array(lineSchema(80, 0))
    .max(100)
    .transform((choices) => [...new Set(choices)].filter((choice) => choice !== ""))
    .default([]),
  isRequired: z.boolean().default(false),
};

export const AddonView = z
  .object({
    id: idSchema,
    slug: z.string(),
    status: z.enum(catalogStatuses),
    name: textsView,
    description: textsView,
    taxClass: z.string(),
    position: z.number().int(),
    ...stamps,
  })
  .meta({ id: "Addon" });

export const addonDetails = {
  slug: slugSchema,
  name: textsSchema(80, 1),
  description: textsSchema(300).default({}),
  taxClass: taxClassSchema.default("standard"),
};

/** Prices by the id of what has them. */
export const OwnedPriceView = PriceView.extend({ ownerId: idSchema }).meta({ id: "OwnedPrice" });

export const PriceChange = z.strictObject({
  currency: currencySchema,
  cycle: cycleSchema,
  amountMinor: z
    .number()
    .int()
    .min(0)
    .max(1_000_000_000_000)
    .nullable()
    .meta({ description: "In minor units; null ends the price." }),
  setupMinor: z.number().int().min(0).max(1_000_000_000_000).default(0),
  seenPriceId: idSchema.nullable().default(null).meta({
    description: "The price that it takes the place of, as it was read; null where there was none.",
  }),
});

export const StorefrontGroupView = z
  .object({ id: idSchema, slug: z.string(), name: textsView, description: textsView })
  .meta({ id: "StorefrontGroup" });

const OfferPriceView = z.object({ id: idSchema, cycle: z.string(), amount: moneySchema, setup: moneySchema });

/** As `PlanOffer` of `rules/offer.ts`. */
export const PlanOfferView = z
  .object({
    currency: currencySchema,
    language: z.string(),
    group: z.object({ id: idSchema, slug: z.string(), name: textsView }),
    product: z.object({
      id: idSchema,
      slug: z.string(),
      kind: z.enum(productKinds),
      status: z.enum(catalogStatuses),
      name: textsView,
      tagline: textsView,
      description: textsView,
      taxClass: z.string(),
      asksHostName: z.boolean(),
    }),
    plan: z.object({
      id: idSchema,
      slug: z.string(),
      status: z.enum(catalogStatuses),
      name: textsView,
      tagline: textsView,
      features: z.array(textsView),
      stock: z.number().int().nullable().meta({ description: "How many are left; null: no end." }),
      perClientLimit: z.number().int().nullable(),
      maxQuantity: z.number().int(),
      isHighlighted: z.boolean(),
    }),
    prices: z.array(OfferPriceView),
    options: z.array(
      z.object({
        id: idSchema,
        key: z.string(),
        kind: z.enum(optionKinds),
        name: textsView,
        help: textsView,
        unit: textsView,
        minimum: z.number().int(),
        maximum: z.number().int(),
        step: z.number().int(),
        choices: z.array(
          z.object({
            id: idSchema,
            key: z.string(),
            name: textsView,
            isDefault: z.boolean(),
            isIncluded: z.boolean().meta({ description: "Comes with the plan." }),
            prices: z.array(OfferPriceView),
          }),
        ),
      }),
    ),
    addons: z.array(
      z.object({
        id: idSchema,
        slug: z.string(),
        name: textsView,
        description: textsView,
        taxClass: z.string(),
        prices: z.array(OfferPriceView),
      }),
    ),
    fields: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(fieldKinds),
        label: textsView,
        help: textsView,
        choices: z.array(z.string()),
        isRequired: z.boolean(),
      }),
    ),
  })
  .meta({ id: "PlanOffer" });
