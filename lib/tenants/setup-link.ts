import { createHash, randomBytes } from "node:crypto";
import pg from "pg";

const validHours = 24;
/** Serialises those who issue links, so that at most one is ever open. */
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
export async function issueSetupLink({ databaseUrl, baseUrl }: Issue): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [lock]);
    const { rows } = await client.query<{ empty: boolean }>("select is_installation_empty() as empty");
    const token = rows[0]?.empty === true ? await replaceLinks(client) : undefined;
    await client.query("commit");
    return token && new URL(`/setup/${token}`, baseUrl).href;
  } finally {
    await client.end();
  }
}

async function replaceLinks(client: pg.Client): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await client.query("delete from setup_links");
  await client.query(
    "insert into setup_links (token_hash, created_at, expires_at) values ($1, now(), now() + make_interval(hours => $2))",
    [hashSetupToken(token), validHours],
  );
  return token;
}

export function hashSetupToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
