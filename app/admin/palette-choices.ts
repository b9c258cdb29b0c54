import "server-only";
import { getTranslations } from "next-intl/server";
import type { ChoiceGroup } from "@/components/palette/choice";
import type { RecordKind } from "@/components/palette/records";
import type { AreaGroup } from "@/components/shell/area";
import { inviteStaff } from "@/lib/auth/operations/invite-staff";
import { listUsers } from "@/lib/auth/operations/list-users";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { createProduct } from "@/lib/catalog/operations/create-product";
import { listProducts } from "@/lib/catalog/operations/list-products";
import { createClient } from "@/lib/clients/operations/create-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { createOrder } from "@/lib/orders/operations/create-order";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { listPayments } from "@/lib/payments/operations/list-payments";
import { listServices } from "@/lib/provisioning/operations/list-services";
import { isPlatform } from "@/lib/tenants/is-platform";
import { settingsPages } from "./settings/pages";

const deeds = [
  { key: "client", href: "/admin/clients/new", needs: createClient },
  { key: "order", href: "/admin/orders/new", needs: createOrder },
  { key: "invoice", href: "/admin/invoices/new", needs: createInvoice },
  { key: "product", href: "/admin/products/new", needs: createProduct },
  { key: "entry", href: "/admin/ledger/entries/new", needs: postEntry },
  { key: "staff", href: "/admin/settings/people", needs: inviteStaff },
] as const;

const records: Readonly<Record<RecordKind, Operation>> = {
  clients: listClients,
  orders: listOrders,
  invoices: listInvoices,
  payments: listPayments,
  services: listServices,
  products: listProducts,
  people: listUsers,
};

/** What the palette leads a person to: areas, settings, new records, and kinds of records to search, all as far as they may. */
export async function paletteChoices(
  actor: Actor,
  areas: readonly AreaGroup[],
): Promise<{ groups: ChoiceGroup[]; kinds: RecordKind[] }> {
  const may = (operation: Operation) => can(actor, operation);
  const isOfPlatform = await isPlatform(actor.tenantId);
  const [t, settings] = await Promise.all([getTranslations("palette"), settingsPages(may, isOfPlatform)]);

  const pages = areas.flatMap((group) =>
    group.areas.map(({ href, label }) => ({ href, label, ...(group.label && { hint: group.label }) })),
  );
  const known = new Set(pages.map(({ href }) => href));
  const options = settings
    .flatMap((page) => [
      { href: page.href, label: page.label, hint: page.group },
      ...page.settings.map(({ href, label }) => ({ href, label, hint: page.label })),
    ])
    .filter(({ href }) => !known.has(href));
  const actions = deeds
    .filter(({ needs }) => !isOfPlatform && may(needs))
    .map(({ key, href }) => ({ href: `${href}`, label: t(`actions.${key}`) }));
  return {
    groups: [
      { key: "actions", label: t("groups.actions"), items: actions },
      { key: "pages", label: t("groups.pages"), items: pages },
      { key: "settings", label: t("groups.settings"), items: options },
    ],
    kinds: (Object.keys(records) as RecordKind[]).filter((kind) => !isOfPlatform && may(records[kind])),
  };
}
