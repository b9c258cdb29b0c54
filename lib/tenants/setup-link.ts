import { createHash, randomBytes } from "node:crypto";
import pg from "pg";

/** How long a link can be used. */
export const linkHours = 24;
/** Serialises those who issue links, so that at most one of each kind is ever open. */
const lock = 7_202;

type Issue = {
  /** Connection URL of the owner or of the platform's role. */
  readonly databaseUrl: string;
  /** Where people reach the installation. */
  readonly baseUrl: string;
};

/**
 * A one-time link to set the installation up, good for 24 hours; links issued before stop working. Undefined once a company
 * exists. Only the hash of the link's token is kept.
 */
export function issueSetupLink({ databaseUrl, baseUrl }: Issue): Promise<string | undefined> {
  return issue(databaseUrl, baseUrl, async (client) => {
    const { rows } = await client.query<{ empty: boolean }>("select is_installation_empty() as empty");
    return rows[0]?.empty === true ? replaceLinks(client, "COMPANY", null) : undefined;
  });
}

export type PlatformLink = { readonly link?: string | undefined; readonly problem?: "exists" | "host_taken" };

/**
 * A one-time link by which the first person of the platform comes in, good for 24 hours; those issued before stop working. `host` is
 * where the platform will answer, as `claimedHost` writes it.
 */
export async function issuePlatformLink({
  databaseUrl,
  baseUrl,
  host,
}: Issue & { host: string }): Promise<PlatformLink> {
  let problem: PlatformLink["problem"];
  const link = await issue(databaseUrl, baseUrl, async (client) => {
    const { rows } = await client.query<{ exists: boolean; taken: boolean }>(
      `select exists (select 1 from tenants where kind = 'PLATFORM') as exists,
         exists (select 1 from tenant_domains where host = $1 and verified_at is not null) as taken`,
      [host],
    );
    problem = rows[0]?.exists ? "exists" : rows[0]?.taken ? "host_taken" : undefined;
    return problem === undefined ? replaceLinks(client, "PLATFORM", host) : undefined;
  });
  return { link, ...(problem && { problem }) };
}

async function issue(
  databaseUrl: string,
  baseUrl: string,
  makeToken: (client: pg.Client) => Promise<string | undefined>,
): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [lock]);
    const token = await makeToken(client);
    await client.query("commit");
    return token && new URL(`/setup/${token}`, baseUrl).href;
  } finally {
    await client.end();
  }
}

/** Links that the platform issued for further companies stay as they are. */
async function replaceLinks(
  client: pg.Client,
  kind: "COMPANY" | "PLATFORM",
  host: string | null,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await client.query(
    "delete from setup_links where kind = $1::tenant_kind and (host is null or kind = 'PLATFORM')",
    [kind],
  );
  await client.query(
    `insert into setup_links (token_hash, kind, host, created_at, expires_at)
     values ($1, $2::tenant_kind, $3, now(), now() + make_interval(hours => $4))`,
    [hashSetupToken(token), kind, host, linkHours],
  );
  return token;
}

export function hashSetupToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
