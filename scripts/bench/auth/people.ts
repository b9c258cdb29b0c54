import type pg from "pg";
import { hashPassword } from "@/lib/auth/password";
import { newId } from "@/lib/core/ids";

export const benchPassword = "seven brown bears in a rowing boat";

export type BenchPeople = { readonly tenantId: string; readonly emails: readonly string[] };

/** A company with so many members of staff, whose password is the same; hashed once, since that is what takes long. */
export async function benchPeople(owner: pg.Pool, count: number): Promise<BenchPeople> {
  const tenantId = newId();
  await owner.query(
    `insert into tenants (id, name, country, currency, language, time_zone, created_at, updated_at)
     values ($1, 'Bench Hosting', 'DE', 'EUR', 'en', 'Europe/Berlin', now(), now())`,
    [tenantId],
  );
  const people = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    email: `p${index}@bench.example`,
  }));
  const values = [tenantId, people.map(({ id }) => id), people.map(({ email }) => email)];
  await owner.query(
    `insert into users (id, tenant_id, kind, role, email, name, created_at, updated_at)
     select id, $1, 'STAFF', 'support', email, 'Grace Hopper', now(), now() from unnest($2::uuid[], $3::text[]) as p (id, email)`,
    values,
  );
  await owner.query(
    `insert into user_credentials (tenant_id, user_id, password_hash, updated_at)
     select $1, id, $3, now() from unnest($2::uuid[]) as p (id)`,
    [tenantId, people.map(({ id }) => id), await hashPassword(benchPassword)],
  );
  return { tenantId, emails: people.map(({ email }) => email) };
}
