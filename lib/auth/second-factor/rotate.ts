import type pg from "pg";
import { totpPlace } from "@/lib/auth/second-factor/place";
import { decrypt, encrypt } from "@/lib/core/crypto/envelope";
import type { KeyRing } from "@/lib/core/crypto/key-ring";

type Row = { tenant_id: string; user_id: string; envelope: string };

const chunk = 500;

/**
 * Puts every authenticator's secret under the ring's current key, as `rotateSecrets` does with the others: in chunks, while the
 * installation runs; one that was written meanwhile is left as it is. Returns how many it re-encrypted.
 */
export async function rotateTotpSecrets(platform: pg.Pool, ring: KeyRing): Promise<number> {
  let done = 0;
  let after: readonly [string, string] = [
    "00000000-0000-0000-0000-000000000000",
    "00000000-0000-0000-0000-000000000000",
  ];
  for (;;) {
    const { rows } = await platform.query<Row>(
      `select tenant_id, user_id, envelope from totp_factors
       where key_id <> $1 and (tenant_id, user_id) > ($2::uuid, $3::uuid) order by tenant_id, user_id limit $4`,
      [ring.currentId, ...after, chunk],
    );
    const last = rows.at(-1);
    if (last === undefined) return done;

    done += await rewrite(platform, rows, ring);
    after = [last.tenant_id, last.user_id];
  }
}

async function rewrite(platform: pg.Pool, rows: Row[], ring: KeyRing): Promise<number> {
  const renewed = rows.map(({ tenant_id, user_id, envelope }) => {
    const place = totpPlace(tenant_id, user_id);
    return encrypt(decrypt(envelope, place, ring), place, ring);
  });
  const { rowCount } = await platform.query(
    `update totp_factors f set envelope = n.renewed, key_id = $1
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as n (tenant_id, user_id, read, renewed)
     where f.tenant_id = n.tenant_id and f.user_id = n.user_id and f.envelope = n.read`,
    [
      ring.currentId,
      rows.map((row) => row.tenant_id),
      rows.map((row) => row.user_id),
      rows.map((row) => row.envelope),
      renewed,
    ],
  );
  return rowCount ?? 0;
}
