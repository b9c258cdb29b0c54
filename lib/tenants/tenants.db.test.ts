import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { getBrand } from "@/lib/tenants/operations/get-brand";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { updateTenant } from "@/lib/tenants/operations/update-tenant";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

describe("a request's host", () => {
  test("finds nobody before a company exists, the only company on any host, and by its domains where there are several", async () => {
    expect(await tenantForHost("panel.example.com")).toBeUndefined();
    const first = await aTenant(database.owner);
    expect(await tenantForHost("panel.example.com:3000")).toBe(first.id);

    const second = await aTenant(database.owner);
    await database.owner.query(
      "insert into tenant_domains (host, tenant_id, created_at) values ('second.example.com', $1, now())",
      [second.id],
    );
    expect(await tenantForHost("SECOND.example.com.:8443")).toBe(second.id);
    expect(await tenantForHost("elsewhere.example.com")).toBeUndefined();
  });

  test.each(["", "a b", "user@host", "host/path", "host:port", "x".repeat(300), "host\r\nx: y", "../etc"])(
    "S-48: text that is no host finds nobody: %j",
    async (host) => {
      expect(await tenantForHost(host)).toBeUndefined();
    },
  );
});

describe("the company's profile", () => {
  test("is changed by version, audited and announced", async () => {
    const { id } = await aTenant(database.owner, "Before");
    const actor = staff(id);
    const changes = { version: 1, name: "After", taxNumber: "DE123456789", timeZone: "Europe/Vienna" };
    const after = await run(updateTenant, changes, { actor });

    expect(after).toMatchObject({ name: "After", timeZone: "Europe/Vienna", version: 2, currency: "EUR" });
    const { rows: audited } = await database.owner.query(
      "select before, after from audit_log where tenant_id = $1",
      [id],
    );
    expect(audited).toMatchObject([{ before: { name: "Before" }, after: { name: "After" } }]);
    const { rows: events } = await database.owner.query(
      "select name from outbox_events where tenant_id = $1",
      [id],
    );
    expect(events).toEqual([{ name: "tenants/tenant.updated" }]);
    await expect(run(updateTenant, changes, { actor })).rejects.toMatchObject({ code: "core.stale_version" });
  });

  test("keeps its currency and its identity whatever is sent", async () => {
    const { id } = await aTenant(database.owner);
    for (const extra of [{ currency: "USD" }, { id: newId() }, { status: "SUSPENDED" }]) {
      const refused = run(updateTenant, { version: 1, ...extra } as never, { actor: staff(id) });
      await expect(refused).rejects.toMatchObject({ code: "core.invalid_input" });
    }
  });

  test("is one's own: no input names another company", async () => {
    const [mine, other] = [await aTenant(database.owner, "Mine"), await aTenant(database.owner, "Other")];
    expect(await run(getTenant, {}, { actor: staff(mine.id) })).toMatchObject({ id: mine.id, name: "Mine" });
    await run(updateTenant, { version: 1, name: "Changed" }, { actor: staff(mine.id) });
    expect(await run(getTenant, {}, { actor: staff(other.id) })).toMatchObject({ name: "Other", version: 1 });
  });

  test("S-25: visitors see its name, language, time zone and brand, and nothing else", async () => {
    const { id } = await aTenant(database.owner, "Northwind Hosting");
    const brand = await run(getBrand, {}, { actor: visitor(id) });
    expect(brand).toEqual({
      name: "Northwind Hosting",
      language: "en",
      timeZone: "Europe/Berlin",
      accent: null,
      supportUrl: null,
      termsUrl: null,
      privacyUrl: null,
      imprintUrl: null,
      logoFileId: null,
      darkLogoFileId: null,
      iconFileId: null,
    });
  });
});
