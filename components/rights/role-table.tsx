import { useTranslations } from "next-intl";
import { RoleName } from "@/components/people/role-name";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "@/components/ui/table";

type RoleLine = {
  key: string;
  id: string | null;
  kind: "STAFF" | "CLIENT";
  name: string | null;
  description: string | null;
  people: number;
};

/** Roles of one kind, with what each is for and how many have it. */
export function RoleTable({ roles, label }: { roles: readonly RoleLine[]; label: string }) {
  const t = useTranslations("people");
  return (
    <Table label={label}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("columns.role")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("role.purpose")}</TableHeaderCell>
          <TableHeaderCell numeric>{t("role.people")}</TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {roles.map((role) => (
          <TableRow key={role.key}>
            <TableCell>
              <RowLink href={`/admin/settings/roles/${role.key}`}>
                <RoleName role={role.key} name={role.name} />
              </RowLink>
            </TableCell>
            <TableCell grow className="text-muted max-sm:hidden">
              {role.id === null ? t(`purposes.${role.key as "owner"}`) : role.description}
            </TableCell>
            <TableCell numeric>{role.people}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
