import { describe, expect, test } from "vitest";
import { perform, run } from "@/lib/core/operation/run";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import { createAccount } from "@/lib/ledger/operations/create-account";
import { listAccounts } from "@/lib/ledger/operations/list-accounts";
import { updateAccount } from "@/lib/ledger/operations/update-account";
import { chartAccounts } from "@/lib/ledger/rules/chart";
import { aCompanyWithBooks, inOperation, traces } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";
import { clientUser, staff } from "@/tests/support/tenants";

const database = await testDatabase();
const input = { code: "1001", name: "Savings bank", type: "ASSET" } as const;

describe("adding an account", () => {
  test("puts it into the chart, audited and announced", async () => {
    const { id, actor } = await aCompanyWithBooks(database.owner);
    const account = await run(createAccount, input, { actor });

    expect(account).toMatchObject({ ...input, version: 1 });
    expect(await traces(database.owner, id)).toMatchObject({
      audit: {
        operation: "ledger.account.create",
        record_type: "account",
        record_id: account.id,
        before: null,
      },
      event: { name: "ledger/account.created", subject: account.id, payload: { accountId: account.id } },
    });
    const { items } = await run(listAccounts, { type: "ASSET" }, { actor });
    expect(items.map(({ code }) => code)).toContain("1001");
  });

  test("with the code of another is a conflict, and leaves nothing", async () => {
    const { id, actor } = await aCompanyWithBooks(database.owner);
    const before = await traces(database.owner, id);
    const second = run(createAccount, { ...input, code: "1000" }, { actor });
    await expect(second).rejects.toMatchObject({ kind: "conflict", code: "ledger.account_code_taken" });
    expect(await traces(database.owner, id)).toEqual(before);
  });

  test("with the code that another company uses is fine", async () => {
    for (const { actor } of [
      await aCompanyWithBooks(database.owner),
      await aCompanyWithBooks(database.owner),
    ])
      await expect(run(createAccount, input, { actor })).resolves.toMatchObject({ code: "1001" });
  });

  test.each(["", "abc", "1".repeat(21), "10 00", "1000\u0000", "-1", "1000\n", "ä1"])(
    "refuses the code %j",
    async (code) => {
      const { actor } = await aCompanyWithBooks(database.owner);
      await expect(run(createAccount, { ...input, code }, { actor })).rejects.toMatchObject({
        fields: [{ path: "code" }],
      });
    },
  );

  test("S-57: refuses what is not its to set", async () => {
    const { actor } = await aCompanyWithBooks(database.owner);
    for (const extra of [{ id: actor.id }, { tenantId: actor.id }, { version: 7 }]) {
      await expect(perform(createAccount, { ...input, ...extra }, { actor })).rejects.toMatchObject({
        kind: "invalid",
      });
    }
  });
});

describe("renaming an account", () => {
  test("changes the name and the version, with both names in the audit log", async () => {
    const { id, actor } = await aCompanyWithBooks(database.owner);
    const account = await run(createAccount, input, { actor });
    const renamed = await run(
      updateAccount,
      { accountId: account.id, version: 1, name: "Reserve" },
      { actor },
    );

    expect(renamed).toMatchObject({ code: "1001", type: "ASSET", name: "Reserve", version: 2 });
    expect(await traces(database.owner, id)).toMatchObject({
      audit: {
        operation: "ledger.account.update",
        before: { name: "Savings bank" },
        after: { name: "Reserve" },
      },
      event: { name: "ledger/account.updated", subject: account.id },
    });
  });

  test("by somebody who has seen an older version is refused", async () => {
    const { actor } = await aCompanyWithBooks(database.owner);
    const { id: accountId } = await run(createAccount, input, { actor });
    await run(updateAccount, { accountId, version: 1, name: "First" }, { actor });
    const second = run(updateAccount, { accountId, version: 1, name: "Second" }, { actor });
    await expect(second).rejects.toMatchObject({ code: "core.stale_version" });
  });

  test("never changes its code or its type", async () => {
    const { actor } = await aCompanyWithBooks(database.owner);
    const { id: accountId } = await run(createAccount, input, { actor });
    for (const extra of [{ code: "9" }, { type: "EXPENSE" }]) {
      const change = { accountId, version: 1, name: "x", ...extra };
      await expect(perform(updateAccount, change, { actor })).rejects.toMatchObject({ kind: "invalid" });
    }
  });

  test("is not for a stranger from another company, who finds nothing", async () => {
    const { actor } = await aCompanyWithBooks(database.owner);
    const { id: accountId } = await run(createAccount, input, { actor });
    const stranger = (await aCompanyWithBooks(database.owner)).actor;
    const attempt = run(updateAccount, { accountId, version: 1, name: "Mine" }, { actor: stranger });
    await expect(attempt).rejects.toMatchObject({ kind: "not_found", code: "ledger.account_not_found" });
    const seen = await run(listAccounts, { limit: 200 }, { actor: stranger });
    expect(seen.items.map(({ id }) => id)).not.toContain(accountId);
  });
});

describe("the chart", () => {
  test("is opened once, however often it is asked for, with every account audited", async () => {
    const { id, actor } = await aCompanyWithBooks(database.owner);
    expect(await inOperation(actor, openChartOfAccounts)).toEqual([]);

    const { items, nextCursor } = await run(listAccounts, { limit: 200 }, { actor });
    expect(items.map(({ code, name, type }) => ({ code, name, type }))).toEqual(chartAccounts);
    expect(nextCursor).toBeNull();
    const { rows } = await database.owner.query(
      "select count(*)::int as n from audit_log where tenant_id = $1 and record_type = 'account'",
      [id],
    );
    expect(rows[0].n).toBe(chartAccounts.length);
  });

  test("is listed in pages by code", async () => {
    const { actor } = await aCompanyWithBooks(database.owner);
    const codes: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await run(listAccounts, { limit: 7, ...(cursor && { cursor }) }, { actor });
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    }
    expect(codes).toEqual(chartAccounts.map(({ code }) => code));
  });

  test("is for staff with the permission, and never for a client's user", async () => {
    const { id, clientIds } = await aCompanyWithBooks(database.owner);
    for (const actor of [staff(id, ["clients.*"]), clientUser(id, clientIds[0] ?? "")])
      await expect(run(listAccounts, {}, { actor })).rejects.toMatchObject({ kind: "forbidden" });
  });
});
