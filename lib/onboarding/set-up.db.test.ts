import { beforeAll, expect, test } from "vitest";
import { signIn } from "@/lib/auth/operations/sign-in";
import { newId } from "@/lib/core/ids";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { chartAccounts } from "@/lib/ledger/rules/chart";
import { setUp } from "@/lib/onboarding/operations/set-up";
import { isInstallationEmpty, openSetupLink } from "@/lib/onboarding/setup-state";
import { issueSetupLink } from "@/lib/tenants/setup-link";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

const owner = { name: "Grace Hopper", email: "Grace@Example.com", password: "correct horse battery staple" };
const company = {
  name: "Northwind Hosting",
  legalName: "Northwind Hosting GmbH",
  country: "DE",
  currency: "EUR",
  language: "de",
  timeZone: "Europe/Berlin",
  taxNumber: "DE123456789",
} as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

function link(): Promise<string | undefined> {
  return issueSetupLink({ databaseUrl: database.platform, baseUrl: "https://panel.example.com" });
}

async function aToken(): Promise<string> {
  return new URL((await link()) ?? "").pathname.replace("/setup/", "");
}

function attempt(token: string, changes: object = {}, now?: Date) {
  return run(setUp, { token, owner, company, ...changes }, { actor: visitor(newId()), now });
}

async function tenants(): Promise<number> {
  const { rows } = await database.owner.query("select count(*)::int as count from tenants");
  return rows[0].count;
}

// One installation goes through its life here: the order of these steps is the subject.
test("an installation is set up once, by whoever holds the link that is open", async () => {
  expect(await isInstallationEmpty()).toBe(true);

  const first = await aToken();
  const replaced = await aToken();
  expect(first).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await openSetupLink(first), "a newer link closes those before it").toBeUndefined();
  expect(await openSetupLink(replaced)).toEqual({ kind: "COMPANY", host: null });
  const { rows: kept } = await database.owner.query("select to_jsonb(l)::text as row from setup_links l");
  expect(JSON.stringify(kept), "only a hash is kept").not.toContain(replaced);

  for (const token of [first, "A".repeat(43)]) {
    await expect(attempt(token)).rejects.toMatchObject({ code: "onboarding.setup_link_not_open" });
  }
  const late = new Date(Date.now() + 25 * 3_600_000);
  await expect(attempt(replaced, {}, late)).rejects.toMatchObject({ code: "onboarding.setup_link_not_open" });

  const weak = attempt(replaced, { owner: { ...owner, password: "too short" } });
  await expect(weak).rejects.toMatchObject({
    code: "core.invalid_input",
    fields: [{ path: "owner.password" }],
  });
  expect(await openSetupLink(replaced), "a refusal leaves the link open").toBeDefined();
  expect(await tenants()).toBe(0);

  const race = await Promise.allSettled(Array.from({ length: 8 }, () => attempt(replaced)));
  const won = race.filter((outcome) => outcome.status === "fulfilled");
  expect(won).toHaveLength(1);
  expect(await tenants()).toBe(1);
  for (const lost of race.filter((outcome) => outcome.status === "rejected")) {
    expect(lost.reason).toMatchObject({ code: "onboarding.setup_link_not_open" });
  }

  const { tenantId, ownerId } = (won[0] as PromiseFulfilledResult<{ tenantId: string; ownerId: string }>)
    .value;
  expect(await isInstallationEmpty()).toBe(false);
  expect(await openSetupLink(replaced)).toBeUndefined();
  expect(await link(), "S-26: no link is issued for an installation that has a company").toBeUndefined();

  const session = await run(
    signIn,
    { email: "grace@example.com", password: owner.password },
    { actor: visitor(tenantId) },
  );
  expect(session).toMatchObject({ userId: ownerId, language: "de" });
  const { rows: accounts } = await database.owner.query(
    "select code from ledger_accounts where tenant_id = $1",
    [tenantId],
  );
  expect(accounts).toHaveLength(chartAccounts.length);

  const { rows: audited } = await database.owner.query(
    "select record_type, after from audit_log where tenant_id = $1 and operation = 'onboarding.installation.setUp'",
    [tenantId],
  );
  expect(audited.map(({ record_type }) => record_type)).toEqual(expect.arrayContaining(["tenant", "user"]));
  expect(JSON.stringify(audited)).not.toMatch(/horse|argon2/);
  const { rows: events } = await database.owner.query("select name from outbox_events where tenant_id = $1", [
    tenantId,
  ]);
  expect(events.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["tenants/tenant.created", "auth/user.created"]),
  );
});
