import type { z } from "zod";
import type { CouponView } from "@/lib/catalog/rules/coupon-schema";
import type {
  AddonView,
  OwnedPriceView,
  PlanOfferView,
  PlanView,
  ProductFieldView,
  ProductGroupView,
  ProductOptionView,
  ProductView,
} from "@/lib/catalog/schema";

const at = { version: 1, createdAt: "2026-04-01T09:00:00.000Z", updatedAt: "2026-04-01T09:00:00.000Z" };

export const exampleProductGroup: z.input<typeof ProductGroupView> = {
  id: "01932f3a-7c00-7000-8000-000000000b01",
  slug: "web-hosting",
  name: { en: "Web hosting", de: "Webhosting" },
  description: { en: "Fast sites on our own machines." },
  isHidden: false,
  position: 1,
  ...at,
};

export const exampleProduct: z.input<typeof ProductView> = {
  id: "01932f3a-7c00-7000-8000-000000000b02",
  groupId: exampleProductGroup.id,
  slug: "shared-hosting",
  kind: "HOSTING",
  status: "ACTIVE",
  name: { en: "Shared hosting" },
  tagline: { en: "Everything a site needs." },
  description: {},
  taxClass: "standard",
  module: "manual",
  moduleSettings: {},
  asksHostName: true,
  position: 1,
  ...at,
};

export const examplePlan: z.input<typeof PlanView> = {
  id: "01932f3a-7c00-7000-8000-000000000b03",
  productId: exampleProduct.id,
  slug: "small",
  status: "ACTIVE",
  name: { en: "Small" },
  tagline: { en: "For one site" },
  features: [{ en: "10 GB of storage" }, { en: "5 mailboxes" }],
  moduleSettings: { quota_gb: "10" },
  stock: null,
  perClientLimit: null,
  maxQuantity: 1,
  isHighlighted: false,
  position: 1,
  ...at,
};

export const examplePrice: z.input<typeof OwnedPriceView> = {
  id: "01932f3a-7c00-7000-8000-000000000b04",
  ownerId: examplePlan.id,
  cycle: "1m",
  amount: { minor: 499, currency: "EUR" },
  setup: { minor: 0, currency: "EUR" },
  validFrom: at.createdAt,
  validUntil: null,
};

export const exampleOption: z.input<typeof ProductOptionView> = {
  id: "01932f3a-7c00-7000-8000-000000000b05",
  productId: exampleProduct.id,
  key: "location",
  kind: "CHOICE",
  status: "ACTIVE",
  name: { en: "Location" },
  help: {},
  unit: {},
  minimum: 0,
  maximum: 1,
  step: 1,
  position: 1,
  choices: [
    {
      id: "01932f3a-7c00-7000-8000-000000000b06",
      key: "fra",
      status: "ACTIVE",
      name: { en: "Frankfurt" },
      isDefault: true,
      position: 1,
    },
  ],
  ...at,
};

export const exampleProductField: z.input<typeof ProductFieldView> = {
  id: "01932f3a-7c00-7000-8000-000000000b07",
  productId: exampleProduct.id,
  key: "login",
  kind: "text",
  status: "ACTIVE",
  label: { en: "Wished login name" },
  help: {},
  choices: [],
  isRequired: true,
  position: 1,
  ...at,
};

export const exampleAddon: z.input<typeof AddonView> = {
  id: "01932f3a-7c00-7000-8000-000000000b08",
  slug: "moving-in",
  status: "ACTIVE",
  name: { en: "We move you in" },
  description: { en: "We bring your site and mail over." },
  taxClass: "standard",
  position: 1,
  ...at,
};

export const exampleCoupon: z.input<typeof CouponView> = {
  id: "01932f3a-7c00-7000-8000-000000000b09",
  code: "SPRING-25",
  kind: "PERCENT",
  percent: "25",
  amounts: {},
  planIds: [],
  maxUses: 100,
  uses: 3,
  oncePerClient: true,
  validFrom: null,
  validUntil: "2026-07-01T00:00:00.000Z",
  isActive: true,
  ...at,
};

const { id, slug, kind, status, name, tagline, description, taxClass, asksHostName } = exampleProduct;

/** What a visitor is told of a plan. */
export const exampleOffer: z.input<typeof PlanOfferView> = {
  currency: "EUR",
  language: "en",
  group: { id: exampleProductGroup.id, slug: exampleProductGroup.slug, name: exampleProductGroup.name },
  product: { id, slug, kind, status, name, tagline, description, taxClass, asksHostName },
  plan: {
    id: examplePlan.id,
    slug: examplePlan.slug,
    status: examplePlan.status,
    name: examplePlan.name,
    tagline: examplePlan.tagline,
    features: examplePlan.features,
    stock: examplePlan.stock,
    perClientLimit: examplePlan.perClientLimit,
    maxQuantity: examplePlan.maxQuantity,
    isHighlighted: examplePlan.isHighlighted,
  },
  prices: [
    {
      id: examplePrice.id,
      cycle: examplePrice.cycle,
      amount: examplePrice.amount,
      setup: examplePrice.setup,
    },
  ],
  options: [],
  addons: [],
  fields: [],
};
