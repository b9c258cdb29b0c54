import pg from "pg";
import { type RoleName, roleNames, roles } from "@/lib/auth/rules/roles";
import { aPerson, enter } from "@/lib/auth/testing";
import { config } from "@/lib/core/config/load";
import { closePools } from "@/lib/core/db/pools";
import { aWorld } from "@/tests/support/world";
import { sessionCookie } from "./session-cookie";

/**
 * For each built-in role a company of its own with one record of everything, and somebody signed in who has the role: what they
 * change disturbs nobody else. Prints them as one line of JSON.
 */
export type RoleWorld = {
  role: RoleName;
  /** Value of the Host header under which the company answers. */
  host: string;
  cookie: string;
  /** Somebody of the same role who acts for another client of the same company; clients' roles only. */
  neighbour: string | undefined;
  records: Record<string, string>;
};

const { APP_URL, DATABASE_URL } = config();
const { port } = new URL(APP_URL);
const owner = new pg.Pool({ connectionString: DATABASE_URL, max: 2 });
const worlds: RoleWorld[] = [];
for (const role of roleNames) worlds.push(await worldOf(role));
await owner.end();
await closePools();
console.log(JSON.stringify(worlds));

async function worldOf(role: RoleName): Promise<RoleWorld> {
  const { id: tenantId, records } = await aWorld(owner, `Of the ${role}`);
  const name = `${role.replace("_", "-")}.roles.test`;
  const spare = `spare.${name}`;
  await owner.query(
    "insert into tenant_domains (host, tenant_id, created_at) values ($1, $3, now()), ($2, $3, now())",
    [name, spare, tenantId],
  );
  const isClient = roles[role].kind === "CLIENT";
  const signedIn = async (clientId?: string) => {
    const { email } = await aPerson(tenantId, { role, ...(clientId && { clientId }) });
    return sessionCookie(await enter(tenantId, email));
  };
  return {
    role,
    host: `${name}:${port}`,
    cookie: await signedIn(isClient ? records.clientId : undefined),
    neighbour: isClient ? await signedIn(records.intoId) : undefined,
    records: { ...records, host: spare },
  };
}
