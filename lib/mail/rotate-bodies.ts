import type pg from "pg";
import { decrypt, encrypt } from "@/lib/core/crypto/envelope";
import type { KeyRing } from "@/lib/core/crypto/key-ring";
import { bodyPlace } from "@/lib/mail/body";

type Row = { id: string; tenant_id: string; body: string };

const chunk = 200;

/**
 * Re-encrypts the bodies of mails that are not under the ring's current key, as `rotateSecrets` does with secrets: chunk by chunk,
 * while the installation runs, to be stopped and started at any moment. Connects as the platform role. Returns how many.
 */
export async function rotateBodies(platform: pg.Pool, ring: KeyRing): Promise<number> {
  let done = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await platform.query<Row>(
      "select id, tenant_id, body from mail_messages where body_key_id <> $1 and body is not null and id > $2 order by id limit $3",
      [ring.currentId, after, chunk],
    );
    if (rows.length === 0) return done;

    done += await rewrite(platform, rows, ring);
    after = (rows.at(-1) as Row).id;
  }
}

/** Writes back only where the body is still the one that was read: it may have been deleted meanwhile. */
async function rewrite(platform: pg.Pool, rows: Row[], ring: KeyRing): Promise<number> {
  const renewed = rows.map(({ tenant_id, id, body }) => {
    const place = bodyPlace(tenant_id, id);
    return encrypt(decrypt(body, place, ring), place, ring);
  });
  const { rowCount } = await platform.query(
    `update mail_messages m set body = n.renewed, body_key_id = $1
     from unnest($2::uuid[], $3::text[], $4::text[]) as n (id, read, renewed)
     where m.id = n.id and m.body = n.read`,
    [ring.currentId, rows.map(({ id }) => id), rows.map(({ body }) => body), renewed],
  );
  return rowCount ?? 0;
}
