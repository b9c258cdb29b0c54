import { beforeAll, describe, expect, test } from "vitest";
import { verifyChain } from "@/lib/audit/operations/verify-chain";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { perform, run } from "@/lib/core/operation/run";
import { getCompany } from "@/lib/platform/operations/get-company";
import { getCompanyBrand } from "@/lib/platform/operations/get-company-brand";
import { getCompanyBrandFile } from "@/lib/platform/operations/get-company-brand-file";
import { listCompanies } from "@/lib/platform/operations/list-companies";
import { resumeCompany } from "@/lib/platform/operations/resume-company";
import { setCompanyLogo } from "@/lib/platform/operations/set-company-logo";
import { suspendCompany } from "@/lib/platform/operations/suspend-company";
import { updateCompanyBrand } from "@/lib/platform/operations/update-company-brand";
import { aHost, aPlatform, auditOf, eventsOf } from "@/lib/platform/testing";
import { registry } from "@/lib/registry";
import { getBrand } from "@/lib/tenants/operations/get-brand";
import { onePixel } from "@/lib/tenants/testing";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";
import { aWorld, fingerprint, type World } from "@/tests/support/world";

let database: TestDatabase;
let platform: Actor;
let company: World;
let other: string;

beforeAll(async () => {
  database = await testDatabase();
  platform = staff((await aPlatform(database.owner)).id);
  company = await aWorld(database.owner, "Northwind Hosting");
  other = (await aTenant(database.owner, "Southwind Hosting")).id;
  await aHost(database.owner, company.id, "panel.northwind.test");
});

const hourAgo = new Date(Date.now() - 3_600_000);

describe("the list of companies", () => {
  test("names each with hosts and figures, and never the platform itself", async () => {
    const { items } = await run(listCompanies, {}, { actor: platform });
    expect(items.map(({ name }) => name)).toEqual(["Northwind Hosting", "Southwind Hosting"]);
    expect(items[0]).toMatchObject({
      id: company.id,
      hosts: ["panel.northwind.test"],
      status: "ACTIVE",
      clientCount: 2n,
      lastSeenAt: expect.any(Date),
    });
    expect(items[0]?.staffCount).toBeGreaterThan(0n);
    expect(items[1]).toMatchObject({ hosts: [], clientCount: 0n, staffCount: 0n, lastSeenAt: null });
  });

  test("is searched by name and host, filtered by state, and paged", async () => {
    const names = async (input: object) =>
      (await run(listCompanies, input, { actor: platform })).items.map(({ name }) => name);
    expect(await names({ search: "SOUTH" })).toEqual(["Southwind Hosting"]);
    expect(await names({ search: "panel.north" })).toEqual(["Northwind Hosting"]);
    expect(await names({ search: "100%_" })).toEqual([]);
    expect(await names({ status: "SUSPENDED" })).toEqual([]);

    const first = await run(listCompanies, { limit: 1 }, { actor: platform });
    const rest = await run(listCompanies, { limit: 1, cursor: first.nextCursor ?? "" }, { actor: platform });
    expect([first, rest].map(({ items }) => items[0]?.name)).toEqual([
      "Northwind Hosting",
      "Southwind Hosting",
    ]);
    expect(rest.nextCursor).toBeNull();
  });
});

describe("suspending a company", () => {
  test("is audited in both chains with the person's name, announced, and taken back", async () => {
    const reason = "Contract ended";
    const suspended = await run(suspendCompany, { companyId: other, reason }, { actor: platform });
    expect(suspended).toMatchObject({ status: "SUSPENDED", suspendedReason: reason });
    const again = run(suspendCompany, { companyId: other, reason }, { actor: platform });
    await expect(again).rejects.toMatchObject({ code: "platform.company_unchanged" });

    expect(await run(resumeCompany, { companyId: other }, { actor: platform })).toMatchObject({
      status: "ACTIVE",
      suspendedReason: null,
    });
    const twice = run(resumeCompany, { companyId: other }, { actor: platform });
    await expect(twice).rejects.toMatchObject({ code: "platform.company_unchanged" });

    expect(await auditOf(database.owner, platform.tenantId, "platform.company.suspend")).toMatchObject([
      {
        actor_kind: "user",
        actor_name: "Grace Hopper",
        record_id: other,
        before: { status: "ACTIVE" },
        after: { status: "SUSPENDED", suspendedReason: reason },
      },
    ]);
    for (const operation of ["platform.company.suspend", "platform.company.resume"]) {
      expect(await auditOf(database.owner, other, operation)).toMatchObject([
        { actor_kind: "system", actor_name: "Hosting Platform", by_name: "Grace Hopper", record_id: other },
      ]);
    }
    expect(await eventsOf(database.owner, platform.tenantId)).toEqual(
      expect.arrayContaining(["platform/company.suspended", "platform/company.resumed"]),
    );
    for (const tenantId of [other, platform.tenantId]) {
      expect(await run(verifyChain, {}, { actor: staff(tenantId) })).toMatchObject({ isIntact: true });
    }
  });

  test("of two at once one does it", async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        run(suspendCompany, { companyId: other, reason: "Twice" }, { actor: platform }),
      ),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await run(resumeCompany, { companyId: other }, { actor: platform });
  });

  test("needs a reason, a company that is there, and never touches the platform", async () => {
    const attempt = (companyId: string, reason = "Why") =>
      run(suspendCompany, { companyId, reason }, { actor: platform });
    await expect(attempt(other, " ")).rejects.toMatchObject({ code: "core.invalid_input" });
    for (const id of ["01932f3a-7c00-7000-8000-00000000dead", platform.tenantId]) {
      await expect(attempt(id)).rejects.toMatchObject({ code: "platform.company_not_found" });
    }
  });
});

describe("a company's brand", () => {
  test("is changed for it by its own rules, in its chain and its events, under the person's name", async () => {
    const before = await run(getCompanyBrand, { companyId: other }, { actor: platform });
    const changes = { companyId: other, version: before.version, name: "Southwind", accent: "#b4235a" };
    const after = await run(updateCompanyBrand, changes, { actor: platform });
    expect(after).toMatchObject({ name: "Southwind", accent: "#b4235a", version: before.version + 2 });
    const visitor = { kind: "visitor", audience: "visitor", name: "", permissions: [] } as const;
    expect(await run(getBrand, {}, { actor: { ...visitor, tenantId: other } })).toMatchObject({
      name: "Southwind",
      accent: "#b4235a",
    });

    const stale = run(updateCompanyBrand, changes, { actor: platform });
    await expect(stale).rejects.toMatchObject({ code: "core.stale_version" });
    const link = { ...changes, version: after.version, supportUrl: "javascript:alert(1)" };
    await expect(run(updateCompanyBrand, link, { actor: platform })).rejects.toMatchObject({
      code: "core.invalid_input",
    });

    const inCompany = await auditOf(database.owner, other, "platform.brand.update");
    expect(inCompany.map(({ by_name }) => by_name)).toEqual(["Grace Hopper", "Grace Hopper"]);
    expect(await auditOf(database.owner, platform.tenantId, "platform.brand.update")).toMatchObject([
      { record_id: other, before: { name: "Southwind Hosting" }, after: { name: "Southwind" } },
    ]);
    expect(await eventsOf(database.owner, other)).toEqual(
      expect.arrayContaining(["tenants/tenant.updated", "tenants/brand.updated"]),
    );
    expect(await eventsOf(database.owner, platform.tenantId)).toContain("platform/company.brand_changed");
  });

  test("takes a logo, which the platform sees too, and nothing that is not of the brand", async () => {
    const { version } = await run(getCompanyBrand, { companyId: other }, { actor: platform });
    const logo = { companyId: other, version, kind: "logo", content: onePixel } as const;
    const { logoFileId } = await run(setCompanyLogo, logo, { actor: platform });
    const shown = (companyId: string, brandFileId: string) =>
      run(getCompanyBrandFile, { companyId, brandFileId }, { actor: platform });
    expect(await shown(other, logoFileId ?? "")).toMatchObject({ mediaType: "image/png", content: onePixel });
    await expect(shown(company.id, logoFileId ?? "")).rejects.toMatchObject({ code: "core.not_found" });

    const text = { ...logo, version: version + 1, content: Buffer.from("<svg/>").toString("base64") };
    await expect(run(setCompanyLogo, text, { actor: platform })).rejects.toMatchObject({
      code: "tenants.logo_not_usable",
    });
  });

  test("a refusal in the company's scope leaves nothing, and the platform's own scope behind it", async () => {
    const before = await fingerprint(database.owner, other);
    const stale = { companyId: other, version: 999, name: "Nobody" };
    await expect(run(updateCompanyBrand, stale, { actor: platform })).rejects.toMatchObject({
      code: "core.stale_version",
    });
    expect(await fingerprint(database.owner, other)).toEqual(before);
  });
});

describe("S-15: the platform's operations", () => {
  const operations = Object.values(registry.platform) as unknown as Operation[];
  const input = (operation: Operation) => ({
    ...(operation.example.input as object),
    ...("companyId" in (operation.example.input as object) && { companyId: other }),
  });

  test("are not there for a company's owner with every right, a key of theirs, or its automation", async () => {
    const before = await fingerprint(database.owner, other);
    const owner = staff(company.id);
    const strangers: Actor[] = [
      owner,
      { ...owner, kind: "api_key" },
      { kind: "system", audience: "system", tenantId: company.id, name: "System", permissions: ["*"] },
      staff(other),
    ];
    for (const operation of operations) {
      for (const actor of strangers) {
        const attempt = perform(operation, input(operation), { actor });
        await expect(attempt, operation.name).rejects.toMatchObject({
          kind: "not_found",
          code: "platform.not_here",
        });
      }
    }
    expect(await fingerprint(database.owner, other)).toEqual(before);
  });

  test("refuse whoever is bound to a client, and the platform's own people without the right", async () => {
    for (const operation of operations) {
      const client = clientUser(company.id, company.records.clientId as string);
      for (const actor of [client, staff(platform.tenantId, ["clients.*"])]) {
        const attempt = perform(operation, input(operation), { actor });
        await expect(attempt, operation.name).rejects.toMatchObject({ code: "core.forbidden" });
      }
    }
  });

  test("what changes or takes out asks for a fresh sign-in", async () => {
    const stale = { ...platform, authenticatedAt: hourAgo };
    const sensitive = operations.filter(({ needsFreshSignIn }) => needsFreshSignIn);
    expect(sensitive.map(({ name }) => name).sort()).toEqual([
      "platform.brand.setLogo",
      "platform.brand.update",
      "platform.company.export",
      "platform.company.invite",
      "platform.company.resume",
      "platform.company.suspend",
    ]);
    for (const operation of sensitive) {
      const attempt = perform(operation, input(operation), { actor: stale });
      await expect(attempt, operation.name).rejects.toMatchObject({ code: "core.fresh_sign_in_needed" });
    }
  });

  test("show the platform nothing of what a company holds", async () => {
    const shown = JSON.stringify(
      await Promise.all([
        run(getCompany, { companyId: company.id }, { actor: platform }),
        run(getCompanyBrand, { companyId: company.id }, { actor: platform }),
        run(listCompanies, {}, { actor: platform }),
      ]),
      (_, value) => (typeof value === "bigint" ? Number(value) : value),
    );
    for (const [field, id] of Object.entries(company.records)) {
      if (field === "brandFileId" || field === "companyId") continue;
      expect(shown, field).not.toContain(id);
    }
    for (const { name, list } of [
      { name: "clients", list: registry.clients.listClients },
      { name: "entries", list: registry.ledger.listEntries },
      { name: "messages", list: registry.mail.listMessages },
    ]) {
      const { items } = (await run(list as never, {} as never, { actor: platform })) as { items: unknown[] };
      expect(items, name).toEqual([]);
    }
  });
});
