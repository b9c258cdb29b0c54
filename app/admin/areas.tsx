import "server-only";
import {
  BookOpen,
  Building2,
  House,
  KeyRound,
  Mail,
  MonitorSmartphone,
  ScrollText,
  Send,
  TableProperties,
  Users,
  Workflow,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AreaGroup } from "@/components/shell/area";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { listApiKeys } from "@/lib/auth/operations/list-api-keys";
import { listClients } from "@/lib/clients/operations/list-clients";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { listRuns } from "@/lib/durable/operations/list-runs";
import { listAccounts } from "@/lib/ledger/operations/list-accounts";
import { listEntries } from "@/lib/ledger/operations/list-entries";
import { getSettings } from "@/lib/mail/operations/get-settings";
import { listMessages } from "@/lib/mail/operations/list-messages";
import { updateTenant } from "@/lib/tenants/operations/update-tenant";

/** The areas of the admin that a person may enter. */
export async function adminAreas(actor: Actor): Promise<AreaGroup[]> {
  const t = await getTranslations("shell.areas");
  const allowed = (...areas: { area: AreaGroup["areas"][number]; needs?: Operation }[]) =>
    areas.flatMap(({ area, needs }) => (needs === undefined || can(actor, needs) ? [area] : []));

  const groups: AreaGroup[] = [
    {
      areas: allowed(
        { area: { href: "/admin", label: t("overview"), icon: <House />, exact: true } },
        { area: { href: "/admin/clients", label: t("clients"), icon: <Users /> }, needs: listClients },
        { area: { href: "/admin/mail", label: t("mail"), icon: <Mail /> }, needs: listMessages },
      ),
    },
    {
      label: t("books"),
      areas: allowed(
        {
          area: { href: "/admin/ledger/accounts", label: t("accounts"), icon: <TableProperties /> },
          needs: listAccounts,
        },
        {
          area: { href: "/admin/ledger/entries", label: t("entries"), icon: <BookOpen /> },
          needs: listEntries,
        },
      ),
    },
    {
      label: t("settings"),
      areas: allowed(
        {
          area: { href: "/admin/settings/company", label: t("company"), icon: <Building2 /> },
          needs: updateTenant,
        },
        {
          area: { href: "/admin/settings/api-keys", label: t("apiKeys"), icon: <KeyRound /> },
          needs: listApiKeys,
        },
        {
          area: { href: "/admin/settings/mail", label: t("mailSettings"), icon: <Send /> },
          needs: getSettings,
        },
        { area: { href: "/admin/settings/sessions", label: t("sessions"), icon: <MonitorSmartphone /> } },
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
