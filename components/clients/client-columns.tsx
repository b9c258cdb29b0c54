import type { getTranslations } from "next-intl/server";
import type { Column } from "@/components/lists/columns";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { RowLink } from "@/components/ui/table";
import type { ClientStatus as Status } from "@/lib/clients/rules/status";
import { countryName } from "@/lib/i18n/countries";
import { ClientStatus } from "./client-status";

export type ClientLine = {
  id: string;
  number: bigint;
  name: string;
  companyName: string | null;
  email: string;
  phone: string | null;
  city: string | null;
  country: string;
  currency: string;
  taxNumber: string | null;
  groupId: string | null;
  tags: readonly string[];
  status: Status;
  createdAt: Date;
};

interface Surroundings {
  t: Awaited<ReturnType<typeof getTranslations<"clients.columns">>>;
  locale: string;
  /** Names of groups by id. */
  groups: ReadonlyMap<string, string>;
}

/** The columns that the list of clients can have. */
export function clientColumns({ t, locale, groups }: Surroundings): readonly Column<ClientLine>[] {
  const text = (value: string | null) => value && <bdi>{value}</bdi>;
  return [
    {
      key: "number",
      label: t("number"),
      isUsual: true,
      numeric: true,
      sort: "number",
      className: "text-subtle",
      cell: ({ number }) => number.toString(),
    },
    { key: "name", label: t("name"), isFixed: true, grow: true, sort: "name", cell: nameOf },
    {
      key: "email",
      label: t("email"),
      isUsual: true,
      className: "text-muted",
      cell: ({ email }) => text(email),
    },
    { key: "phone", label: t("phone"), className: "tabular text-muted", cell: ({ phone }) => text(phone) },
    { key: "city", label: t("city"), cell: ({ city }) => text(city) },
    {
      key: "country",
      label: t("country"),
      isUsual: true,
      cell: ({ country }) => countryName(country, locale),
    },
    { key: "currency", label: t("currency"), isUsual: true, cell: ({ currency }) => currency },
    { key: "taxNumber", label: t("taxNumber"), cell: ({ taxNumber }) => text(taxNumber) },
    {
      key: "group",
      label: t("group"),
      cell: ({ groupId }) => text(groupId === null ? null : (groups.get(groupId) ?? null)),
    },
    { key: "tags", label: t("tags"), cell: tagsOf },
    {
      key: "status",
      label: t("status"),
      isUsual: true,
      isForPhones: true,
      cell: ({ status }) => <ClientStatus status={status} look="plain" />,
    },
    {
      key: "since",
      label: t("since"),
      isUsual: true,
      isForPhones: true,
      numeric: true,
      sort: "createdAt",
      cell: ({ createdAt }) => <DateTime value={createdAt} />,
    },
  ];
}

function nameOf({ id, name, companyName }: ClientLine) {
  return (
    <>
      <RowLink href={`/admin/clients/${id}`}>
        <bdi>{companyName ?? name}</bdi>
      </RowLink>
      {companyName && (
        <span className="ms-2 text-subtle">
          <bdi>{name}</bdi>
        </span>
      )}
    </>
  );
}

function tagsOf({ tags }: ClientLine) {
  return (
    <span className="flex gap-1">
      {tags.map((tag) => (
        <Badge key={tag} tone="neutral" dot={false}>
          <bdi>{tag}</bdi>
        </Badge>
      ))}
    </span>
  );
}
