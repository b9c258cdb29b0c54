import "server-only";
import {
  Building2,
  CreditCard,
  Globe,
  KeyRound,
  ListChecks,
  LogIn,
  MailPlus,
  Palette,
  Percent,
  ScrollText,
  Send,
  ShieldCheck,
  SlidersHorizontal,
  Smartphone,
  Users,
  UsersRound,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { FoundPage } from "@/components/settings/settings-index";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { getSecondFactorPolicy } from "@/lib/auth/operations/get-second-factor-policy";
import { listApiKeys } from "@/lib/auth/operations/list-api-keys";
import { listProviders } from "@/lib/auth/operations/list-providers";
import { listRoles } from "@/lib/auth/operations/list-roles";
import { listSessions } from "@/lib/auth/operations/list-sessions";
import { listUsers } from "@/lib/auth/operations/list-users";
import { createTaxRule } from "@/lib/billing/operations/create-tax-rule";
import { createField } from "@/lib/clients/operations/create-field";
import { createGroup } from "@/lib/clients/operations/create-group";
import type { Operation } from "@/lib/core/operation/operation";
import { getSettings } from "@/lib/mail/operations/get-settings";
import { listTemplates } from "@/lib/mail/operations/list-templates";
import { createConnection } from "@/lib/payments/operations/create-connection";
import { declineErasure } from "@/lib/privacy/operations/decline-erasure";
import { catalogue, settingAreas } from "@/lib/settings/catalogue";
import { updateSetting } from "@/lib/settings/operations/update-setting";
import { addHost } from "@/lib/tenants/operations/add-host";
import { updateBrand } from "@/lib/tenants/operations/update-brand";
import { updateTenant } from "@/lib/tenants/operations/update-tenant";

const groups = ["company", "access", "system", "you"] as const;

/** A page under Settings: its words are `shell.areas.<key>` and `settings.index.<key>`. */
type SettingsPage = {
  readonly key: string;
  readonly group: (typeof groups)[number];
  readonly href: string;
  readonly icon: ReactNode;
  readonly needs: Operation;
};

/** Every page under Settings. A new one is a line here and two texts per language. */
const pages: readonly SettingsPage[] = [
  {
    key: "company",
    group: "company",
    href: "/admin/settings/company",
    icon: <Building2 />,
    needs: updateTenant,
  },
  { key: "brand", group: "company", href: "/admin/settings/brand", icon: <Palette />, needs: updateBrand },
  { key: "hosts", group: "company", href: "/admin/settings/hosts", icon: <Globe />, needs: addHost },
  {
    key: "mailSettings",
    group: "company",
    href: "/admin/settings/mail",
    icon: <Send />,
    needs: getSettings,
  },
  {
    key: "mailTemplates",
    group: "company",
    href: "/admin/settings/mail-templates",
    icon: <MailPlus />,
    needs: listTemplates,
  },
  {
    key: "taxRules",
    group: "company",
    href: "/admin/settings/tax-rules",
    icon: <Percent />,
    needs: createTaxRule,
  },
  {
    key: "gateways",
    group: "company",
    href: "/admin/settings/gateways",
    icon: <CreditCard />,
    needs: createConnection,
  },
  {
    key: "people",
    group: "access",
    href: "/admin/settings/people",
    icon: <UsersRound />,
    needs: listUsers,
  },
  {
    key: "roles",
    group: "access",
    href: "/admin/settings/roles",
    icon: <ShieldCheck />,
    needs: listRoles,
  },
  {
    key: "apiKeys",
    group: "access",
    href: "/admin/settings/api-keys",
    icon: <KeyRound />,
    needs: listApiKeys,
  },
  {
    key: "clientGroups",
    group: "company",
    href: "/admin/settings/client-groups",
    icon: <Users />,
    needs: createGroup,
  },
  {
    key: "customFields",
    group: "company",
    href: "/admin/settings/custom-fields",
    icon: <ListChecks />,
    needs: createField,
  },
  { key: "privacy", group: "company", href: "/admin/privacy", icon: <ShieldCheck />, needs: declineErasure },
  {
    key: "providers",
    group: "access",
    href: "/admin/settings/sign-in-providers",
    icon: <LogIn />,
    needs: listProviders,
  },
  {
    key: "secondFactorPolicy",
    group: "access",
    href: "/admin/settings/second-factor",
    icon: <Smartphone />,
    needs: getSecondFactorPolicy,
  },
  { key: "audit", group: "system", href: "/admin/audit", icon: <ScrollText />, needs: listAuditEntries },
  {
    key: "security",
    group: "you",
    href: "/admin/settings/security",
    icon: <ShieldCheck />,
    needs: listSessions,
  },
];

/** What concerns a company's clients and what they pay; the platform has none. */
const aboutClients = new Set(["clientGroups", "customFields", "gateways", "privacy", "taxRules"]);

/** The pages that a person may open, by group, each with the single settings on it, so that a search finds both. */
export async function settingsPages(
  may: (operation: Operation) => boolean,
  isOfPlatform: boolean,
): Promise<FoundPage[]> {
  const [t, areas, fields] = await Promise.all([
    getTranslations("settings.index"),
    getTranslations("shell.areas"),
    getTranslations("settings.fields"),
  ]);
  const own = pages
    .filter(({ key, needs }) => may(needs) && !(isOfPlatform && aboutClients.has(key)))
    .map(({ key, group, href, icon }) => ({
      group: t(`groups.${group}`),
      href,
      icon,
      label: areas(key as never),
      help: t(key as never),
      settings: [],
    }));
  const generated = may(updateSetting) ? settingAreas.map(optionsPage) : [];
  const order = groups.map((group) => t(`groups.${group}`) as string);
  return [...own, ...generated].sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));

  function optionsPage(area: string): FoundPage {
    const href = `/admin/settings/options/${area}`;
    const found = catalogue.filter((setting) => setting.area === area);
    return {
      group: t(area === "registration" || area === "security" ? "groups.access" : "groups.company"),
      href,
      icon: <SlidersHorizontal />,
      label: fields(`${area}.title` as never),
      help: fields(`${area}.description` as never),
      settings: found.map(({ key }) => ({
        href: `${href}#${key}`,
        label: fields(`${key}.label` as never),
        help: fields(`${key}.help` as never),
      })),
    };
  }
}
