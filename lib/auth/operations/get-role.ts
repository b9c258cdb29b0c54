import "server-only";
import { builtInRoles, customRoles, type RoleRow } from "@/lib/auth/people/custom-roles";
import { RoleNotFound } from "@/lib/auth/people/errors";
import { exampleRole } from "@/lib/auth/people/examples";
import { RoleDetailView, RoleKeyReference } from "@/lib/auth/people/schema";
import { isRoleName } from "@/lib/auth/rules/roles";
import { sql } from "@/lib/core/db/sql";
import { type QueryContext, query } from "@/lib/core/operation/operation";

export const getRole = query({
  name: "auth.role.get",
  summary: "Read a role and who has it",
  audience: ["staff"],
  input: RoleKeyReference,
  output: RoleDetailView,
  http: { method: "GET", path: "/roles/{role}" },
  example: { input: { role: exampleRole.key }, output: exampleRole },
  refusals: ["auth.role_not_found"],
  async run(context, { role: key }) {
    const found = isRoleName(key)
      ? (await builtInRoles(context)).filter((role) => role.key === key)
      : await customRoles(context, sql`r.id::text = ${key}`);
    const role = found[0];
    if (role === undefined) throw new RoleNotFound();
    return { ...role, holders: await holdersOf(context, role) };
  },
});

type Holder = {
  userId: string;
  name: string;
  email: string;
  clientId: string | null;
  clientName: string | null;
};

async function holdersOf({ query, tenantId }: QueryContext, { key, kind }: RoleRow) {
  const rows = await query<Holder>(
    kind === "STAFF"
      ? sql`select id as "userId", name, email, null as "clientId", null as "clientName" from users
          where tenant_id = ${tenantId}::uuid and kind = 'STAFF' and role = ${key} and status <> 'ERASED'
          order by email limit 100`
      : sql`select u.id as "userId", u.name, u.email, c.id as "clientId", coalesce(c.company_name, c.name) as "clientName"
          from memberships m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
            join clients c on c.tenant_id = m.tenant_id and c.id = m.client_id
          where m.tenant_id = ${tenantId}::uuid and m.role = ${key} order by u.email, c.id limit 100`,
  );
  return rows.map(({ clientId, clientName, ...person }) => ({
    ...person,
    client: clientId === null ? null : { clientId, name: clientName ?? "" },
  }));
}
