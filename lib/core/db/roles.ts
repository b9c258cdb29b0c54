import { hkdfSync } from "node:crypto";
import pg from "pg";

/**
 * The database roles of an installation. Group roles (no login) carry the grants that migrations name; login roles are members.
 * `app` serves requests under row-level security; `platform` works across tenants on a few tables; `durable` sees only the
 * schemas of the local durable-work server.
 */
export const roleNames = ["app", "platform", "durable"] as const;
export type RoleName = (typeof roleNames)[number];
export type RoleUrls = Record<RoleName, string>;

type Given = {
  DATABASE_URL: string;
  AUTH_SECRET: string;
  DATABASE_APP_URL?: string | undefined;
  DATABASE_PLATFORM_URL?: string | undefined;
  DATABASE_DURABLE_URL?: string | undefined;
};

/** Connection URLs of the three roles: as configured, else derived from the owner's URL and the secret. */
export function roleUrls(given: Given): RoleUrls {
  return {
    app: given.DATABASE_APP_URL ?? derivedUrl(given, "app"),
    platform: given.DATABASE_PLATFORM_URL ?? derivedUrl(given, "platform"),
    durable: given.DATABASE_DURABLE_URL ?? derivedUrl(given, "durable"),
  };
}

/** Creates the group roles, and the login roles whose URLs are derived. Safe to repeat, also at once. */
export async function ensureRoles(given: Given): Promise<void> {
  const owner = new pg.Client({ connectionString: given.DATABASE_URL });
  await owner.connect();
  try {
    // Roles belong to the whole server: two installations on one server must not create them at the same moment.
    await owner.query("begin; select pg_advisory_xact_lock(7201, 1)");
    for (const role of roleNames) {
      await createRole(owner, `panel1_${role}`, "nologin");
      if (given[configured[role]] === undefined) await createLogin(owner, given, role);
    }
    await owner.query("commit");
  } finally {
    await owner.end();
  }
}

const configured = {
  app: "DATABASE_APP_URL",
  platform: "DATABASE_PLATFORM_URL",
  durable: "DATABASE_DURABLE_URL",
} as const;

async function createLogin(owner: pg.Client, given: Given, role: RoleName): Promise<void> {
  const login = loginName(given.DATABASE_URL, role);
  const password = pg.escapeLiteral(loginPassword(given, role));
  await createRole(owner, login, "nologin");
  await owner.query(`alter role ${pg.escapeIdentifier(login)} login password ${password}`);
  await owner.query(`grant panel1_${role} to ${pg.escapeIdentifier(login)}`);
}

async function createRole(owner: pg.Client, name: string, attributes: string): Promise<void> {
  const { rowCount } = await owner.query("select 1 from pg_roles where rolname = $1", [name]);
  if (rowCount === 0) await owner.query(`create role ${pg.escapeIdentifier(name)} ${attributes}`);
}

function derivedUrl(given: Given, role: RoleName): string {
  const url = new URL(given.DATABASE_URL);
  url.username = encodeURIComponent(loginName(given.DATABASE_URL, role));
  url.password = loginPassword(given, role);
  return url.href;
}

/** One login per database and role, so that two installations on one server do not share a password. */
function loginName(databaseUrl: string, role: RoleName): string {
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1)).replace(/[^A-Za-z0-9_]/g, "_");
  return `${database.slice(0, 40)}_${role}_login`.toLowerCase();
}

function loginPassword({ AUTH_SECRET }: Given, role: RoleName): string {
  return Buffer.from(hkdfSync("sha256", AUTH_SECRET, "panel1", `database role ${role}`, 24)).toString(
    "base64url",
  );
}
