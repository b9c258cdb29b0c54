import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { PersonState } from "./person-status";
import { RoleName } from "./role-name";
import { type StaffActionSet, StaffActions } from "./staff-actions";
import type { Choice, PersonLine } from "./types";

interface StaffTableProps {
  people: readonly PersonLine[];
  ownId: string | undefined;
  roles: readonly Choice[];
  actions: StaffActionSet;
}

/** The company's people: what each may do, and how the account stands. */
export function StaffTable({ people, ownId, roles, actions }: StaffTableProps) {
  const t = useTranslations("people");
  const mayAct = Object.values(actions).some(Boolean);
  return (
    <Table label={t("staff.title")}>
      <TableHead>
        <TableRow>
          <TableHeaderCell>{t("columns.name")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("columns.role")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("columns.secondFactor")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("columns.lastSignIn")}</TableHeaderCell>
          <TableHeaderCell>{t("columns.status")}</TableHeaderCell>
          {mayAct && (
            <TableHeaderCell>
              <span className="sr-only">{t("columns.actions")}</span>
            </TableHeaderCell>
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <TableRow key={person.id}>
            <TableCell grow>
              <TextLink tone="quiet" className="font-medium" href={`/admin/settings/people/${person.id}`}>
                <bdi>{person.name}</bdi>
              </TextLink>
              <span className="ms-2 text-subtle max-sm:hidden">
                <bdi>{person.email}</bdi>
              </span>
              <span className="block truncate text-muted text-sm sm:hidden">
                <RoleName role={person.role} name={person.roleName} />
              </span>
            </TableCell>
            <TableCell className="max-sm:hidden">
              <RoleName role={person.role} name={person.roleName} />
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">
              {person.hasSecondFactor ? t("secondFactor.yes") : t("secondFactor.no")}
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">
              {person.lastSignInAt ? <DateTime value={person.lastSignInAt} /> : t("never")}
            </TableCell>
            <TableCell>
              <PersonState status={person.status} reason={person.statusReason} />
            </TableCell>
            {mayAct && (
              <TableCell className="text-end">
                <StaffActions person={person} isOwn={person.id === ownId} roles={roles} actions={actions} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
