import "server-only";
import { byLength } from "@/lib/catalog/rules/cycle";
import type { OfferChoice, OfferPrice, PlanOffer } from "@/lib/catalog/rules/offer";
import { type Sql, sql } from "@/lib/core/db/sql";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";
import type { QueryContext } from "@/lib/core/operation/operation";

type Wanted = {
  /** These plans, whatever became of them: selling what is retired is refused where it is priced. Needs `includeHidden`. */
  planIds?: readonly string[] | undefined;
  productSlug?: string | undefined;
  currency: CurrencyCode;
  /** Without it, what the storefront shows to whoever passes by. */
  includeHidden: boolean;
};

/**
 * Plans as they are sold now in one currency, in the order of the storefront: with the prices that count, options, add-ons and
 * questions. One query. A plan without a price in the currency comes with none.
 */
export async function loadOffers(
  { query, tenantId, now }: Pick<QueryContext, "query" | "tenantId" | "now">,
  { planIds, productSlug, currency, includeHidden }: Wanted,
): Promise<PlanOffer[]> {
  if (planIds?.length === 0) return [];
  const rows = await query<OfferRow>(sql`
    select t.language, g.id as "groupId", g.slug as "groupSlug", g.name as "groupName",
      r.id as "productId", r.slug as "productSlug", r.kind, r.status as "productStatus", r.name as "productName",
      r.tagline as "productTagline", r.description, r.tax_class as "taxClass", r.asks_host_name as "asksHostName",
      p.id as "planId", p.slug, p.status, p.name, p.tagline, p.features, p.stock, p.per_client_limit as "perClientLimit",
      p.max_quantity as "maxQuantity", p.is_highlighted as "isHighlighted",
      ${pricesOf(sql`plan_id`, sql`p.id`, currency, now)} as prices,
      ${optionsOf(currency, now)} as options, ${addonsOf(currency, now)} as addons,
      (select coalesce(jsonb_agg(jsonb_build_object('key', f.key, 'kind', f.kind, 'label', f.label, 'help', f.help,
          'choices', f.choices, 'isRequired', f.is_required) order by f.position, f.id), '[]')
        from product_fields f where f.tenant_id = r.tenant_id and f.product_id = r.id and f.status = 'ACTIVE') as fields
    from plans p
    join products r on r.tenant_id = p.tenant_id and r.id = p.product_id
    join product_groups g on g.tenant_id = r.tenant_id and g.id = r.group_id
    join tenants t on t.id = p.tenant_id
    where p.tenant_id = ${tenantId}::uuid
      and (${planIds ?? null}::uuid[] is null or p.id = any(${planIds ?? null}::uuid[]))
      and (${productSlug ?? null}::text is null or r.slug = ${productSlug ?? null})
      and (case
        when ${includeHidden}::boolean then ${planIds !== undefined}::boolean or (p.status in ('ACTIVE', 'HIDDEN') and r.status in ('ACTIVE', 'HIDDEN'))
        else p.status = 'ACTIVE' and r.status = 'ACTIVE' and (${productSlug !== undefined}::boolean or not g.is_hidden) end)
    order by g.position, g.id, r.position, r.id, p.position, p.id`);
  return rows.map((row) => toOffer(row, currency));
}

/** The currencies in which something can be bought, in alphabetical order: anything, what is shown, or one product. */
export async function soldCurrencies(
  { query, tenantId, now }: Pick<QueryContext, "query" | "tenantId" | "now">,
  { productSlug, isShown = false }: { productSlug?: string | undefined; isShown?: boolean } = {},
): Promise<CurrencyCode[]> {
  const rows = await query<{ currency: CurrencyCode }>(sql`
    select distinct c.currency from prices c
    join plans p on p.tenant_id = c.tenant_id and p.id = c.plan_id and p.status in ('ACTIVE', 'HIDDEN')
    join products r on r.tenant_id = p.tenant_id and r.id = p.product_id and r.status in ('ACTIVE', 'HIDDEN')
    join product_groups g on g.tenant_id = r.tenant_id and g.id = r.group_id
    where c.tenant_id = ${tenantId}::uuid and c.valid_until is null and c.valid_from <= ${now}
      and (${productSlug ?? null}::text is null or r.slug = ${productSlug ?? null})
      and (not ${isShown}::boolean or (p.status = 'ACTIVE' and r.status = 'ACTIVE' and not g.is_hidden))
    order by 1`);
  return rows.map(({ currency }) => currency);
}

/** The prices of one owner that count now, as JSON. Amounts are text: JSON's numbers would lose digits. */
function pricesOf(owner: Sql, id: Sql, currency: CurrencyCode, now: Date): Sql {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'cycle', c.cycle, 'amount', c.amount_minor::text,
      'setup', c.setup_minor::text)), '[]')
    from prices c where c.tenant_id = p.tenant_id and c.${owner} = ${id} and c.currency = ${currency}
      and c.valid_until is null and c.valid_from <= ${now})`;
}

function optionsOf(currency: CurrencyCode, now: Date): Sql {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'key', o.key, 'kind', o.kind, 'name', o.name, 'help', o.help,
      'unit', o.unit, 'minimum', o.minimum, 'maximum', o.maximum, 'step', o.step, 'choices', (
        select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'key', h.key, 'name', h.name, 'isDefault', h.is_default,
            'isIncluded', not exists (select 1 from prices e where e.tenant_id = h.tenant_id and e.choice_id = h.id and e.valid_until is null),
            'prices', ${pricesOf(sql`choice_id`, sql`h.id`, currency, now)}) order by h.position, h.id), '[]')
        from option_choices h where h.tenant_id = o.tenant_id and h.option_id = o.id and h.status = 'ACTIVE'
      )) order by o.position, o.id), '[]')
    from product_options o where o.tenant_id = r.tenant_id and o.product_id = r.id and o.status = 'ACTIVE')`;
}

function addonsOf(currency: CurrencyCode, now: Date): Sql {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'slug', a.slug, 'name', a.name, 'description', a.description,
      'taxClass', a.tax_class, 'prices', ${pricesOf(sql`addon_id`, sql`a.id`, currency, now)}) order by a.position, a.id), '[]')
    from product_addons l join addons a on a.tenant_id = l.tenant_id and a.id = l.addon_id and a.status = 'ACTIVE'
    where l.tenant_id = r.tenant_id and l.product_id = r.id)`;
}

type PriceJson = { id: string; cycle: string; amount: string; setup: string };
type WithPrices<T> = Omit<T, "prices"> & { prices: PriceJson[] };
type OptionJson = Omit<PlanOffer["options"][number], "choices"> & { choices: WithPrices<OfferChoice>[] };

type OfferRow = Pick<PlanOffer, "language" | "fields"> &
  Pick<PlanOffer["product"], "kind" | "description" | "taxClass" | "asksHostName"> &
  Omit<PlanOffer["plan"], "id"> & {
    planId: string;
    groupId: string;
    groupSlug: string;
    groupName: PlanOffer["group"]["name"];
    productId: string;
    productSlug: string;
    productStatus: PlanOffer["product"]["status"];
    productName: PlanOffer["product"]["name"];
    productTagline: PlanOffer["product"]["tagline"];
    prices: PriceJson[];
    options: OptionJson[];
    addons: WithPrices<PlanOffer["addons"][number]>[];
  };

function toOffer(row: OfferRow, currency: CurrencyCode): PlanOffer {
  const prices = (given: readonly PriceJson[]): OfferPrice[] =>
    given
      .map(({ id, cycle, amount, setup }) => ({
        id,
        cycle,
        amount: money(BigInt(amount), currency),
        setup: money(BigInt(setup), currency),
      }))
      .sort((left, right) => byLength(left.cycle, right.cycle));

  const { kind, description, taxClass, asksHostName } = row;
  const { slug, status, name, tagline, features, stock, perClientLimit, maxQuantity, isHighlighted } = row;
  return {
    currency,
    language: row.language,
    group: { id: row.groupId, slug: row.groupSlug, name: row.groupName },
    product: {
      id: row.productId,
      slug: row.productSlug,
      kind,
      status: row.productStatus,
      name: row.productName,
      tagline: row.productTagline,
      description,
      taxClass,
      asksHostName,
    },
    plan: {
      id: row.planId,
      slug,
      status,
      name,
      tagline,
      features,
      stock,
      perClientLimit,
      maxQuantity,
      isHighlighted,
    },
    prices: prices(row.prices),
    options: row.options.map((option) => ({
      ...option,
      choices: option.choices.map((choice) => ({ ...choice, prices: prices(choice.prices) })),
    })),
    addons: row.addons.map((addon) => ({ ...addon, prices: prices(addon.prices) })),
    fields: row.fields,
  };
}
