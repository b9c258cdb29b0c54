import type pg from "pg";
import { decrypt, encrypt } from "@/lib/core/crypto/envelope";
import type { KeyRing } from "@/lib/core/crypto/key-ring";
import { placeOf } from "@/lib/core/crypto/secrets";

type Row = { id: string; tenant_id: string; purpose: string; envelope: string };

const chunk = 500;

/**
 * Re-encrypts every secret that is not under the ring's current key, chunk by chunk, while the installation runs: readers
 * hold both keys, and a secret that was written meanwhile is left as it is. Can be stopped and started at any moment.
 * Connects as the platform role. Returns how many secrets it re-encrypted.
 */
export async function rotateSecrets(
  platform: pg.Pool,
  ring: KeyRing,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  let done = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await platform.query<Row>(
      "select id, tenant_id, purpose, envelope from secrets where key_id <> $1 and id > $2 order by id limit $3",
      [ring.currentId, after, chunk],
    );
    if (rows.length === 0) return done;

    done += await rewrite(platform, rows, ring);
    after = (rows.at(-1) as Row).id;
    onProgress(done);
  }
}

/** Writes back only where the envelope is still the one that was read. */
async function rewrite(platform: pg.Pool, rows: Row[], ring: KeyRing): Promise<number> {
  const renewed = rows.map((row) => {
    const place = placeOf(row.tenant_id, row.id, row.purpose);
    return encrypt(decrypt(row.envelope, place, ring), place, ring);
  });
  const { rowCount } = await platform.query(
    `update secrets s set envelope = n.renewed, key_id = $1, updated_at = now()
     from unnest($2::uuid[], $3::text[], $4::text[]) as n (id, read, renewed)
     where s.id = n.id and s.envelope = n.read`,
    [ring.currentId, rows.map((row) => row.id), rows.map((row) => row.envelope), renewed],
  );
  return rowCount ?? 0;
}
