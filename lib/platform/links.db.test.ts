import { beforeAll, describe, expect, test } from "vitest";
import { signIn } from "@/lib/auth/operations/sign-in";
import { aPassword } from "@/lib/auth/testing";
import { newId } from "@/lib/core/ids";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { requestRegistration } from "@/lib/onboarding/operations/request-registration";
import { setUp } from "@/lib/onboarding/operations/set-up";
import { openSetupLink } from "@/lib/onboarding/setup-state";
import { inviteCompany } from "@/lib/platform/operations/invite-company";
import { listCompanies } from "@/lib/platform/operations/list-companies";
import { listCompanyLinks } from "@/lib/platform/operations/list-company-links";
import { revokeCompanyLink } from "@/lib/platform/operations/revoke-company-link";
import { aHost, auditOf, eventsOf } from "@/lib/platform/testing";
import { isPlatform } from "@/lib/tenants/is-platform";
import { issuePlatformLink, issueSetupLink } from "@/lib/tenants/setup-link";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

let database: TestDatabase;
let platform: Actor;
let alone: string;

const baseUrl = "http://localhost:3000";
const host = "platform.example.test";

const tokenOf = (url: string) => new URL(url).pathname.replace("/setup/", "");
const platformLink = (wanted = host) =>
  issuePlatformLink({ databaseUrl: database.platform, baseUrl, host: wanted });
const invite = (wanted: string, note: string | null = null) =>
  run(inviteCompany, { host: wanted, note }, { actor: platform });
const invited = async (wanted: string) => tokenOf((await invite(wanted)).url);

function use(token: string, email = "ada@southwind.test", now?: Date) {
  const { company } = setUp.example.input;
  const owner = { name: "Ada Lovelace", email, password: aPassword };
  return run(setUp, { token, owner, company }, { actor: visitor(newId()), now });
}

// An installation from its first company to its second: the order of these steps is the subject.
beforeAll(async () => {
  database = await testDatabase();
  alone = (await aTenant(database.owner, "Northwind Hosting")).id;
});

test("the platform is set up once, by the newest link, on a host of its own", async () => {
  const first = await platformLink();
  const { link = "" } = await platformLink();
  expect(await openSetupLink(tokenOf(first.link ?? ""))).toBeUndefined();
  expect(await openSetupLink(tokenOf(link))).toEqual({ kind: "PLATFORM", host });

  const race = await Promise.allSettled(
    Array.from({ length: 6 }, () => use(tokenOf(link), "grace@platform.test")),
  );
  const won = race.filter((attempt) => attempt.status === "fulfilled");
  expect(won).toHaveLength(1);
  const made = won[0]?.value;
  platform = { ...staff(made?.tenantId ?? ""), id: made?.ownerId };

  expect(made?.host).toBe(host);
  expect(await tenantForHost(host)).toBe(platform.tenantId);
  expect(await isPlatform(platform.tenantId)).toBe(true);
  expect(await isPlatform(alone)).toBe(false);
  expect(await tenantForHost("anything.example.test"), "a lone company answers on any other host").toBe(
    alone,
  );
  expect(await platformLink("other.example.test")).toEqual({ problem: "exists", link: undefined });
  expect(await run(listCompanies, {}, { actor: platform })).toMatchObject({ items: [{ id: alone }] });
});

test("the platform has no books, and nobody opens an account there", async () => {
  const { rows } = await database.owner.query("select 1 from ledger_accounts where tenant_id = $1", [
    platform.tenantId,
  ]);
  expect(rows).toEqual([]);
  const attempt = run(requestRegistration, requestRegistration.example.input, {
    actor: visitor(platform.tenantId),
  });
  await expect(attempt).rejects.toMatchObject({ code: "onboarding.registration_closed" });
});

test("before there is a second company, the one that was alone gets the installation's own host", async () => {
  await Promise.all([invite("southwind.test"), invite("southeast.test")]);
  const { rows } = await database.owner.query("select host from tenant_domains where tenant_id = $1", [
    alone,
  ]);
  expect(rows).toEqual([{ host: "localhost" }]);
  // Of the two links one gave the host; the other found it given.
  const told = await auditOf(database.owner, alone, "platform.company.invite");
  expect(told.filter(({ record_type }) => record_type === "host")).toMatchObject([
    { record_id: "localhost" },
  ]);
});

describe("a link for a company", () => {
  test("is shown once, kept as a hash, listed, audited and announced", async () => {
    const { link, url } = await invite("eastwind.test", "Eastwind, by telephone");
    const { items } = await run(listCompanyLinks, {}, { actor: platform });
    expect(items[0]).toEqual(link);
    expect(JSON.stringify(items)).not.toContain(tokenOf(url));
    const { rows } = await database.owner.query("select to_jsonb(l)::text as row from setup_links l");
    expect(JSON.stringify(rows)).not.toContain(tokenOf(url));

    const entries = await auditOf(database.owner, platform.tenantId, "platform.company.invite");
    expect(entries.at(-1)).toMatchObject({
      after: { host: "eastwind.test", note: "Eastwind, by telephone" },
    });
    expect(JSON.stringify(entries)).not.toContain(tokenOf(url));
    expect(await eventsOf(database.owner, platform.tenantId)).toContain("platform/company_link.issued");
  });

  test("gives way to a newer one for the same host, ends after a day, and can be closed", async () => {
    const [older, newer] = [await invited("westwind.test"), await invited("westwind.test")];
    await expect(use(older)).rejects.toMatchObject({ code: "onboarding.setup_link_not_open" });
    const late = new Date(Date.now() + 25 * 3_600_000);
    await expect(use(newer, undefined, late)).rejects.toMatchObject({
      code: "onboarding.setup_link_not_open",
    });

    const { items } = await run(listCompanyLinks, {}, { actor: platform });
    const linkId = items.find((one) => one.host === "westwind.test")?.id ?? "";
    expect(await run(revokeCompanyLink, { linkId }, { actor: platform })).toEqual({ host: "westwind.test" });
    expect(await openSetupLink(newer)).toBeUndefined();
    const again = run(revokeCompanyLink, { linkId }, { actor: platform });
    await expect(again).rejects.toMatchObject({ code: "platform.link_not_found" });
    expect(await auditOf(database.owner, platform.tenantId, "platform.companyLink.revoke")).toHaveLength(1);
    expect(await eventsOf(database.owner, platform.tenantId)).toContain("platform/company_link.revoked");
  });

  test("is refused for a host that somebody has, or that is no host", async () => {
    for (const taken of [host, "southwind.example.test"]) {
      if (taken !== host) await aHost(database.owner, (await aTenant(database.owner)).id, taken);
      await expect(invite(taken)).rejects.toMatchObject({ code: "platform.host_taken" });
    }
    for (const odd of ["localhost", "192.0.2.1", "a b.test", "https://a.test"]) {
      await expect(invite(odd)).rejects.toMatchObject({ code: "core.invalid_input" });
    }
    expect(await platformLink("southwind.example.test")).toMatchObject({ problem: "exists" });
  });

  test("used by many at once it makes one company, which answers on its host and nowhere else", async () => {
    const token = await invited("southwind.test");
    const race = await Promise.allSettled(Array.from({ length: 8 }, () => use(token)));
    const won = race.filter((attempt) => attempt.status === "fulfilled");
    expect(won).toHaveLength(1);
    for (const lost of race.filter((attempt) => attempt.status === "rejected")) {
      expect(lost.reason).toMatchObject({ code: "onboarding.setup_link_not_open" });
    }

    const { tenantId, host: own } = won[0]?.value ?? { tenantId: "", host: null };
    expect(own).toBe("southwind.test");
    expect(await tenantForHost("southwind.test")).toBe(tenantId);
    expect(await tenantForHost("nowhere.example.test")).toBeUndefined();
    const session = await run(
      signIn,
      { email: "ada@southwind.test", password: aPassword },
      { actor: visitor(tenantId) },
    );
    expect(session).toMatchObject({ kind: "STAFF" });
    const { rows } = await database.owner.query(
      "select kind, (select count(*)::int from ledger_accounts where tenant_id = $1) as accounts from tenants where id = $1",
      [tenantId],
    );
    expect(rows).toEqual([{ kind: "COMPANY", accounts: expect.any(Number) }]);
    expect(rows[0].accounts).toBeGreaterThan(5);
  });

  test("opens nothing when somebody proved the host meanwhile; the link for the first start stays apart", async () => {
    const token = await invited("northeast.test");
    await aHost(database.owner, (await aTenant(database.owner)).id, "northeast.test");
    await expect(use(token)).rejects.toMatchObject({ code: "onboarding.setup_link_not_open" });
    expect(await issueSetupLink({ databaseUrl: database.platform, baseUrl })).toBeUndefined();
    const { items } = await run(listCompanyLinks, {}, { actor: platform });
    expect(items.some((one) => one.host === "eastwind.test")).toBe(true);
  });
});
