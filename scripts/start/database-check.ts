import pg from "pg";

const oldest = 15;

/** Says in words what is wrong with DATABASE_URL; never repeats its password. */
export async function assertReachable(url: string): Promise<void> {
  const { hostname, port, username, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
    if (rows[0].major < oldest)
      throw new Error(`PostgreSQL ${rows[0].major} at ${place} is too old: ${oldest} or newer is needed.`);
  } catch (error) {
    throw new Error(
      explain(error as NodeJS.ErrnoException, { place, username, database: pathname.slice(1) }),
    );
  } finally {
    await client.end().catch(() => {});
  }
}

type Where = { place: string; username: string; database: string };

function explain(error: NodeJS.ErrnoException, { place, username, database }: Where): string {
  const advice = "Check DATABASE_URL, or unset it to use the embedded PostgreSQL.";
  switch (error.code) {
    case "ECONNREFUSED":
      return `No PostgreSQL answers at ${place}. Start it. ${advice}`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host of the database, ${place}, is not known. ${advice}`;
    case "28P01":
    case "28000":
      return `PostgreSQL at ${place} refuses the user "${username}" or the password. ${advice}`;
    case "3D000":
      return `PostgreSQL at ${place} has no database "${database}". Create it: create database ${database}.`;
    default:
      return /timeout/i.test(error.message)
        ? `The database at ${place} does not answer within 10 s. ${advice}`
        : error.message;
  }
}
