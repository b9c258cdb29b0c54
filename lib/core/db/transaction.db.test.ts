import pg from "pg";
import { describe, expect, test } from "vitest";
import { createPool } from "@/lib/core/db/pool";
import { sql } from "@/lib/core/db/sql";
import { type Transaction, tenantTransaction } from "@/lib/core/db/transaction";
import { DatabaseBusy } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { testDatabase } from "@/tests/support/database";
import { aTenant } from "@/tests/support/tenants";

const database = await testDatabase();
const settings = { statementTimeoutMs: 10_000, prepared: true };

async function aClient(tenantId: string, name: string): Promise<string> {
  const id = newId();
  await database.owner.query(
    `insert into clients (id, tenant_id, number, kind, name, email, country, currency, created_at, updated_at)
     values ($1, $2, (select count(*) from clients) + 1, 'PERSON', $3, 'a@example.com', 'DE', 'EUR', now(), now())`,
    [id, tenantId, name],
  );
  return id;
}

async function withPool<T>(max: number, waitMs: number, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = createPool({ url: database.app, max, waitMs, name: "test" });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

const namesSeen = (tx: Transaction) =>
  tx.query<{ name: string }>(sql`select name from clients order by name`);

describe("a tenant's transaction", () => {
  test("sees its tenant's rows and no others, by our SQL and by Prisma", async () => {
    const [a, b] = [await aTenant(database.owner), await aTenant(database.owner)];
    await aClient(a.id, "of A");
    await aClient(b.id, "of B");

    await withPool(1, 5_000, async (pool) => {
      for (const [tenant, expected] of [
        [a, "of A"],
        [b, "of B"],
      ] as const) {
        await tenantTransaction(pool, { tenantId: tenant.id }, settings, async (tx) => {
          expect(await namesSeen(tx)).toEqual([{ name: expected }]);
          expect((await tx.db.client.findMany()).map(({ name }) => name)).toEqual([expected]);
        });
      }
    });
  });

  test("of a person bound to one client sees that client's row only", async () => {
    const tenant = await aTenant(database.owner);
    const mine = await aClient(tenant.id, "mine");
    await aClient(tenant.id, "not mine");

    await withPool(1, 5_000, (pool) =>
      tenantTransaction(pool, { tenantId: tenant.id, clientId: mine }, settings, async (tx) => {
        expect(await namesSeen(tx)).toEqual([{ name: "mine" }]);
        expect(await tx.query(sql`select name from search_clients('mine', 10)`)).toEqual([{ name: "mine" }]);
        expect(await tx.query(sql`select 1 from ledger_accounts`)).toEqual([]);
      }),
    );
  });

  test("F-34: a pooled connection carries no tenant to its next user, over 10,000 reuses", async () => {
    const tenants: { id: string }[] = [];
    for (let n = 0; n < 10; n += 1) tenants.push(await aTenant(database.owner));
    for (const tenant of tenants) await aClient(tenant.id, tenant.id);

    await withPool(4, 60_000, async (pool) => {
      let leaks = 0;
      const one = async (n: number) => {
        const tenantId = (tenants[n % tenants.length] as { id: string }).id;
        const fails = n % 7 === 0;
        const work = tenantTransaction(pool, { tenantId }, settings, async (tx) => {
          const seen = n % 50 === 0 ? await tx.db.client.findMany() : await namesSeen(tx);
          if (seen.length !== 1 || seen[0]?.name !== tenantId) leaks += 1;
          if (fails) throw new Error("the work fails");
        });
        await work.catch((error: Error) => expect(error.message).toBe("the work fails"));
        // Outside a transaction the same connections see nothing at all.
        if (n % 100 === 0) leaks += (await pool.query("select 1 from clients")).rowCount ?? 0;
      };
      for (let start = 0; start < 10_000; start += 200) {
        await Promise.all(Array.from({ length: 200 }, (_, n) => one(start + n)));
      }
      expect(leaks).toBe(0);
    });
  });

  test("F-34: the application role cannot lift the policies", async () => {
    const tenant = await aTenant(database.owner);
    await aClient(tenant.id, "hidden");
    const client = new pg.Client({ connectionString: database.app });
    await client.connect();

    expect((await client.query("select 1 from clients")).rowCount).toBe(0);
    for (const statement of [
      "set row_security = off; select * from clients",
      "alter table clients disable row level security",
      "alter table clients no force row level security",
      "create policy mine on clients using (true)",
      "drop policy tenant on clients",
      "set role panel1_platform",
      "set session authorization panel1",
      "grant panel1_platform to current_user",
      "truncate clients",
      "drop table clients",
      "create table public.mine (id int)",
      "create function public.app_tenant() returns uuid language sql as $$ select null::uuid $$",
      "select * from user_credentials",
      "select secret_hash from api_keys",
      "select * from secrets",
      "select * from setup_links",
      "copy clients to program 'true'",
      "select * from pg_authid",
    ]) {
      await expect(client.query(statement), statement).rejects.toThrow();
    }
    await client.end();
  });

  test("S-58: Prisma refuses a filter that is undefined instead of dropping it", async () => {
    const tenant = await aTenant(database.owner);
    await withPool(1, 5_000, async (pool) => {
      const careless = tenantTransaction(pool, { tenantId: tenant.id }, settings, (tx) =>
        tx.db.client.findMany({ where: { id: undefined as unknown as string } }),
      );
      await expect(careless).rejects.toThrow(/undefined/);
    });
  });

  test("is refused before any statement when the tenant's id is missing or malformed", async () => {
    await withPool(1, 5_000, async (pool) => {
      for (const tenantId of [undefined, "", "'; drop table clients; --", "null"] as string[]) {
        await expect(tenantTransaction(pool, { tenantId }, settings, async () => 1)).rejects.toThrow(
          TypeError,
        );
      }
    });
  });

  test("does not let a query outlive it", async () => {
    const tenant = await aTenant(database.owner);
    await withPool(1, 5_000, async (pool) => {
      let stray: Promise<unknown> | undefined;
      const careless = tenantTransaction(pool, { tenantId: tenant.id }, settings, async (tx) => {
        stray = tx.db.client.findMany().then((found) => found);
      });
      await expect(careless).rejects.toThrow(/still running/);
      await stray?.catch(() => {});

      let kept: Transaction | undefined;
      await tenantTransaction(pool, { tenantId: tenant.id }, settings, async (tx) => {
        kept = tx;
        await tx.db.client.count();
      });
      await expect((async () => kept?.db.client.count())()).rejects.toThrow(/ended/);
      await expect((async () => kept?.query(sql`select 1`))()).rejects.toThrow(/ended/);
    });
  });

  test("rolls back as a whole, nested Prisma writes included", async () => {
    const tenant = await aTenant(database.owner);
    await withPool(1, 5_000, async (pool) => {
      const failing = tenantTransaction(pool, { tenantId: tenant.id }, settings, async (tx) => {
        const now = tx.startedAt;
        const base = {
          tenantId: tenant.id,
          name: "x",
          country: "DE",
          email: "a@example.com",
          currency: "EUR",
        };
        const times = { createdAt: now, updatedAt: now };
        await tx.db.client.createMany({
          data: [{ ...base, ...times, id: newId(), kind: "PERSON" as const, number: 900n }],
        });
        throw new Error("after the write");
      });
      await expect(failing).rejects.toThrow("after the write");
      await tenantTransaction(pool, { tenantId: tenant.id }, settings, async (tx) => {
        expect(await namesSeen(tx)).toEqual([]);
      });
    });
  });
});

describe("under load and failure", () => {
  test("F-06: when the pool is exhausted the rest is refused in time, and nothing hangs", async () => {
    const tenant = await aTenant(database.owner);
    await withPool(10, 2_000, async (pool) => {
      const slow = Array.from({ length: 10 }, () =>
        tenantTransaction(pool, { tenantId: tenant.id }, settings, (tx) => tx.query(sql`select pg_sleep(6)`)),
      );
      const others = Array.from({ length: 190 }, () =>
        tenantTransaction(pool, { tenantId: tenant.id }, settings, (tx) => tx.query(sql`select 1`)),
      );
      const results = await Promise.allSettled(others);
      const refused = results.filter((result) => result.status === "rejected");
      expect(refused).toHaveLength(190);
      for (const { reason } of refused) expect(reason).toBeInstanceOf(DatabaseBusy);

      await Promise.all(slow);
      await tenantTransaction(pool, { tenantId: tenant.id }, settings, (tx) => tx.query(sql`select 1`));
    });
  });

  test("a statement that takes too long is ended, and the connection serves on", async () => {
    const tenant = await aTenant(database.owner);
    await withPool(1, 2_000, async (pool) => {
      const short = { ...settings, statementTimeoutMs: 100 };
      const endless = tenantTransaction(pool, { tenantId: tenant.id }, short, (tx) =>
        tx.query(sql`select pg_sleep(30)`),
      );
      await expect(endless).rejects.toBeInstanceOf(DatabaseBusy);
      await tenantTransaction(pool, { tenantId: tenant.id }, settings, (tx) => tx.query(sql`select 1`));
    });
  });

  test("F-05: connections that the server cut are replaced; errors last only as long as the outage", async () => {
    const tenant = await aTenant(database.owner);
    await withPool(8, 5_000, async (pool) => {
      const once = () =>
        tenantTransaction(pool, { tenantId: tenant.id }, settings, async (tx) => {
          await tx.db.client.count();
          await tx.query(sql`select pg_sleep(0.005)`);
        });
      let isStopped = false;
      const failures: unknown[] = [];
      const clients = Array.from({ length: 16 }, async () => {
        while (!isStopped) await once().catch((error) => failures.push(error));
      });
      for (let n = 0; n < 5; n += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await database.owner.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test' and datname = current_database()",
        );
      }
      isStopped = true;
      await Promise.all(clients);

      for (const failure of failures) expect(failure).toBeInstanceOf(DatabaseBusy);
      await Promise.all(Array.from({ length: 16 }, once));
      expect(pool.waitingCount).toBe(0);
    });
  });
});

test("S-59: bigint, day, decimal and instant are read exactly, beside Prisma on the same connection", async () => {
  const tenant = await aTenant(database.owner);
  await aClient(tenant.id, "Ada");
  await withPool(1, 5_000, (pool) =>
    tenantTransaction(pool, { tenantId: tenant.id }, settings, async (tx) => {
      const [row] = await tx.query(
        sql`select 9007199254740993::bigint as big, date '2026-02-28' as day, 0.10::numeric as rate, timestamptz '2026-01-01Z' as at`,
      );
      expect(row).toEqual({
        big: 9007199254740993n,
        day: "2026-02-28",
        rate: "0.10",
        at: new Date("2026-01-01T00:00:00Z"),
      });
      expect(typeof (await tx.db.client.findFirstOrThrow()).number).toBe("bigint");
    }),
  );
});
