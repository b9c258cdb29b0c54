import { reaches } from "@/lib/auth/rules/grants";
import { clientRoleNames, permissionsOf, roles, staffRoleNames } from "@/lib/auth/rules/roles";
import type { Choice } from "./types";

type Known = {
  readonly key: string;
  readonly kind: "STAFF" | "CLIENT";
  readonly name: string | null;
  readonly permissions: readonly string[];
};

/** The roles of a kind that somebody may give away: built-in ones by `nameOf`, then those of the company. */
export function roleChoices(
  kind: "STAFF" | "CLIENT",
  held: readonly string[],
  nameOf: (role: string) => string,
  custom: readonly Known[] = [],
): Choice[] {
  const builtIn = kind === "STAFF" ? staffRoleNames : clientRoleNames;
  const own = custom.filter((role) => role.kind === kind && role.name !== null);
  return [
    ...builtIn
      .filter((role) => reaches(held, roles[role].permissions))
      .map((role) => ({ value: role as string, label: nameOf(role) })),
    ...own
      .filter(({ key, permissions }) => reaches(held, permissionsOf(key, permissions)))
      .map(({ key, name }) => ({ value: key, label: name ?? key })),
  ];
}
