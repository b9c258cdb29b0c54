import type { Company } from "./company";
import type { Records } from "./questions";

const most = 2_000;

/** Records of the measured company, spread evenly over its history. */
export async function readRecords({ owner, actor: { tenantId } }: Company): Promise<Records> {
  const ids = async (text: string) =>
    (await owner.query<{ id: string }>(text, [tenantId, most])).rows.map(({ id }) => id);
  const spread = (table: string) => `
    select id from (select id, row_number() over (order by id) as n, count(*) over () as total from ${table} where tenant_id = $1) r
    where n % greatest(1, total / $2) = 0 limit $2`;
  const { rows: sessions } = await owner.query<Records["sessions"][number]>(
    `select s.id, s.user_id as "userId", m.client_id as "clientId" from sessions s join memberships m on m.user_id = s.user_id
     where s.tenant_id = $1 limit $2`,
    [tenantId, most],
  );
  return {
    clientId: await ids(spread("clients")),
    entryId: await ids(spread("journal_entries")),
    accountId: await ids("select id from ledger_accounts where tenant_id = $1 and code = '1000' limit $2"),
    apiKeyId: await ids(spread("api_keys")),
    sessions,
  };
}
