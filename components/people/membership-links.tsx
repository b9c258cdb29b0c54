import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { RoleName } from "./role-name";

type MembershipLine = {
  id: string;
  clientId: string;
  clientName: string;
  role: string;
  roleName: string | null;
};

/** The clients that somebody acts for, and as what. */
export function MembershipLinks({ memberships }: { memberships: readonly MembershipLine[] }) {
  const t = useTranslations("people.person");
  return (
    <Card>
      <CardHeader title={t("clients")} />
      {memberships.length === 0 ? (
        <CardBody>
          <p className="text-muted">{t("noClients")}</p>
        </CardBody>
      ) : (
        <ul className="divide-y">
          {memberships.map(({ id, clientId, clientName, role, roleName }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <TextLink href={`/admin/clients/${clientId}`} className="wrap-anywhere">
                <bdi>{clientName}</bdi>
              </TextLink>
              <span className="text-muted">
                <RoleName role={role} name={roleName} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
