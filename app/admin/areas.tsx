import "server-only";
import {
  BookOpen,
  Building,
  Building2,
  HandCoins,
  House,
  KeyRound,
  Link2,
  ListChecks,
  Mail,
  Package,
  ReceiptText,
  ScrollText,
  Send,
  Server,
  Settings,
  ShieldCheck,
  ShoppingCart,
  TableProperties,
  Users,
  UsersRound,
  Workflow,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AreaGroup } from "@/components/shell/area";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { listApiKeys } from "@/lib/auth/operations/list-api-keys";
import { listUsers } from "@/lib/auth/operations/list-users";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { listProducts } from "@/lib/catalog/operations/list-products";
import { listClients } from "@/lib/clients/operations/list-clients";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { listRuns } from "@/lib/durable/operations/list-runs";
import { listAccounts } from "@/lib/ledger/operations/list-accounts";
import { listEntries } from "@/lib/ledger/operations/list-entries";
import { getSettings } from "@/lib/mail/operations/get-settings";
import { listMessages } from "@/lib/mail/operations/list-messages";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { listPayments } from "@/lib/payments/operations/list-payments";
import { listCompanies } from "@/lib/platform/operations/list-companies";
import { listCompanyLinks } from "@/lib/platform/operations/list-company-links";
import { listServices } from "@/lib/provisioning/operations/list-services";
import { listTasks } from "@/lib/provisioning/operations/list-tasks";
import { isPlatform } from "@/lib/tenants/is-platform";
import { updateTenant } from "@/lib/tenants/operations/update-tenant";

type Choice = {
  area: AreaGroup["areas"][number];
  needs?: Operation;
  /** Where it makes sense: at a company, or at the platform; everywhere when left out. */
  at?: "company" | "platform";
};

/** The areas of the admin that a person may enter. */
export async function adminAreas(actor: Actor): Promise<AreaGroup[]> {
  const [t, isOfPlatform] = await Promise.all([getTranslations("shell.areas"), isPlatform(actor.tenantId)]);
  const here = isOfPlatform ? "platform" : "company";
  const allowed = (...areas: Choice[]) =>
    areas.flatMap(({ area, needs, at = here }) =>
      at === here && (needs === undefined || can(actor, needs)) ? [area] : [],
    );

  const groups: AreaGroup[] = [
    {
      areas: allowed(
        { area: { href: "/admin", label: t("overview"), icon: <House />, exact: true }, at: "company" },
        {
          area: { href: "/admin/clients", label: t("clients"), icon: <Users /> },
          needs: listClients,
          at: "company",
        },
        {
          area: { href: "/admin/products", label: t("products"), icon: <Package /> },
          needs: listProducts,
          at: "company",
        },
        {
          area: { href: "/admin/platform/companies", label: t("companies"), icon: <Building /> },
          needs: listCompanies,
          at: "platform",
        },
        {
          area: { href: "/admin/platform/links", label: t("companyLinks"), icon: <Link2 /> },
          needs: listCompanyLinks,
          at: "platform",
        },
        {
          area: { href: "/admin/services", label: t("services"), icon: <Server /> },
          needs: listServices,
          at: "company",
        },
        {
          area: { href: "/admin/tasks", label: t("tasks"), icon: <ListChecks /> },
          needs: listTasks,
          at: "company",
        },
        {
          area: { href: "/admin/orders", label: t("orders"), icon: <ShoppingCart /> },
          needs: listOrders,
          at: "company",
        },
        { area: { href: "/admin/mail", label: t("mail"), icon: <Mail /> }, needs: listMessages },
      ),
    },
    {
      label: t("billing"),
      areas: allowed(
        {
          area: { href: "/admin/invoices", label: t("invoices"), icon: <ReceiptText /> },
          needs: listInvoices,
          at: "company",
        },
        {
          area: { href: "/admin/payments", label: t("payments"), icon: <HandCoins /> },
          needs: listPayments,
          at: "company",
        },
      ),
    },
    {
      label: t("books"),
      areas: allowed(
        {
          area: { href: "/admin/ledger/accounts", label: t("accounts"), icon: <TableProperties /> },
          needs: listAccounts,
          at: "company",
        },
        {
          area: { href: "/admin/ledger/entries", label: t("entries"), icon: <BookOpen /> },
          needs: listEntries,
          at: "company",
        },
      ),
    },
    {
      label: t("settings"),
      areas: allowed(
        { area: { href: "/admin/settings", label: t("allSettings"), icon: <Settings />, exact: true } },
        {
          area: { href: "/admin/settings/company", label: t("company"), icon: <Building2 /> },
          needs: updateTenant,
        },
        {
          area: { href: "/admin/settings/people", label: t("people"), icon: <UsersRound /> },
          needs: listUsers,
        },
        {
          area: { href: "/admin/settings/api-keys", label: t("apiKeys"), icon: <KeyRound /> },
          needs: listApiKeys,
        },
        {
          area: { href: "/admin/settings/mail", label: t("mailSettings"), icon: <Send /> },
          needs: getSettings,
        },
        { area: { href: "/admin/settings/security", label: t("security"), icon: <ShieldCheck /> } },
        {
          area: { href: "/admin/durable", label: t("durable"), icon: <Workflow /> },
          needs: listRuns,
        },
        { area: { href: "/admin/audit", label: t("audit"), icon: <ScrollText /> }, needs: listAuditEntries },
      ),
    },
  ];
  return groups.filter(({ areas }) => areas.length > 0);
}
