"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";

/** Pages of the admin by address; `*` stands for a record's id. Parents come from the address itself. */
const labels = {
  "/admin": "overview",
  "/admin/clients": "clients",
  "/admin/clients/new": "newClient",
  "/admin/clients/*": "client",
  "/admin/clients/*/edit": "edit",
  "/admin/products": "products",
  "/admin/products/new": "newProduct",
  "/admin/products/add-ons": "addons",
  "/admin/products/add-ons/new": "newAddon",
  "/admin/products/add-ons/*": "addon",
  "/admin/products/coupons": "coupons",
  "/admin/products/coupons/new": "newCoupon",
  "/admin/products/coupons/*": "coupon",
  "/admin/products/*": "product",
  "/admin/products/*/plans/new": "newPlan",
  "/admin/products/*/plans/*": "plan",
  "/admin/products/*/options/new": "newOption",
  "/admin/products/*/options/*": "option",
  "/admin/products/*/questions/new": "newQuestion",
  "/admin/products/*/questions/*": "question",
  "/admin/invoices": "invoices",
  "/admin/invoices/new": "newInvoice",
  "/admin/invoices/*": "invoice",
  "/admin/orders": "orders",
  "/admin/orders/new": "newOrder",
  "/admin/orders/*": "order",
  "/admin/payments": "payments",
  "/admin/payments/*": "payment",
  "/admin/ledger/accounts": "accounts",
  "/admin/ledger/accounts/new": "newAccount",
  "/admin/ledger/entries": "entries",
  "/admin/ledger/entries/new": "newEntry",
  "/admin/ledger/entries/*": "entry",
  "/admin/services": "services",
  "/admin/services/*": "service",
  "/admin/tasks": "tasks",
  "/admin/mail": "mail",
  "/admin/mail/addresses": "mailAddresses",
  "/admin/mail/*": "mailMessage",
  "/admin/durable": "durable",
  "/admin/durable/functions": "durableFunctions",
  "/admin/durable/*": "run",
  "/admin/platform/companies": "companies",
  "/admin/platform/companies/*": "oneCompany",
  "/admin/platform/companies/*/brand": "brand",
  "/admin/platform/links": "companyLinks",
  "/admin/privacy": "privacy",
  "/admin/audit": "audit",
  "/admin/settings": "settings",
  "/admin/settings/company": "company",
  "/admin/settings/api-keys": "apiKeys",
  "/admin/settings/api-keys/new": "newApiKey",
  "/admin/settings/mail": "mailSettings",
  "/admin/settings/mail-templates": "mailTemplates",
  "/admin/settings/mail-templates/*/*": "mailTemplate",
  "/admin/settings/tax-rules": "taxRules",
  "/admin/settings/gateways": "gateways",
  "/admin/settings/people": "people",
  "/admin/settings/people/*": "person",
  "/admin/settings/roles": "roles",
  "/admin/settings/roles/new": "newRole",
  "/admin/settings/roles/*": "role",
  "/admin/settings/sign-in-providers": "providers",
  "/admin/settings/sign-in-providers/new": "newProvider",
  "/admin/settings/sign-in-providers/*": "provider",
  "/admin/settings/second-factor": "secondFactorPolicy",
  "/admin/settings/security": "security",
} as const;

/** Where the page lies, for the top bar. */
export function AdminCrumbs() {
  const t = useTranslations("shell");
  const crumbs = crumbsOf(usePathname());
  if (crumbs.length === 0) return null;
  return (
    <Breadcrumb
      label={t("breadcrumb")}
      crumbs={crumbs.map(({ key, href }): Crumb => ({ label: t(`areas.${key}`), ...(href && { href }) }))}
    />
  );
}

function crumbsOf(pathname: string) {
  const parts = pathname.split("/").filter(Boolean);
  const found = parts.flatMap((_, index) => {
    const href = `/${parts.slice(0, index + 1).join("/")}`;
    const key = labelOf(href);
    return key && (href !== "/admin" || parts.length === 1) ? [{ key, href }] : [];
  });
  return found.map(({ key, href }, index) => ({ key, href: index < found.length - 1 ? href : undefined }));
}

function labelOf(href: string): (typeof labels)[keyof typeof labels] | undefined {
  const known = Object.entries(labels).find(([pattern]) => {
    const [wanted, given] = [pattern.split("/"), href.split("/")];
    return wanted.length === given.length && wanted.every((part, index) => part === given[index]);
  });
  if (known) return known[1];
  return Object.entries(labels).find(([pattern]) => {
    const [wanted, given] = [pattern.split("/"), href.split("/")];
    return (
      wanted.length === given.length && wanted.every((part, index) => part === "*" || part === given[index])
    );
  })?.[1];
}
