import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { secondFactorFor, staffIdleMinutes } from "@/lib/auth/settings";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { query } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";
import { readSettings } from "@/lib/core/settings/read";
import { listSettings } from "@/lib/settings/operations/list-settings";
import { resetSetting } from "@/lib/settings/operations/reset-setting";
import { updateSetting } from "@/lib/settings/operations/update-setting";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

let database: TestDatabase;
let actor: Actor;
let other: Actor;

beforeAll(async () => {
  database = await testDatabase();
  actor = staff((await aTenant(database.owner)).id);
  other = staff((await aTenant(database.owner)).id);
});

const reading = query({
  name: "settings.setting.list",
  summary: "Reads two",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z.object({ factor: z.string(), idle: z.number() }),
  example: { input: {}, output: { factor: "", idle: 0 } },
  run: (context) => readSettings(context, { factor: secondFactorFor, idle: staffIdleMinutes }),
});

test("a setting holds its initial value until staff change it, for their company only", async () => {
  expect(await run(reading, {}, { actor })).toEqual({ factor: "optional", idle: 1_440 });

  const changed = await run(updateSetting, { key: "security.secondFactor", value: "staff" }, { actor });
  expect(changed).toMatchObject({ value: "staff", initial: "optional", isChanged: true, version: 1 });
  expect(await run(reading, {}, { actor })).toEqual({ factor: "staff", idle: 1_440 });
  expect(await run(reading, {}, { actor: other })).toEqual({ factor: "optional", idle: 1_440 });

  const { rows } = await database.owner.query(
    "select before, after from audit_log where tenant_id = $1 and operation = 'settings.setting.update'",
    [actor.tenantId],
  );
  expect(rows).toMatchObject([{ before: { value: "optional" }, after: { value: "staff" } }]);
  const { rows: events } = await database.owner.query(
    "select name, subject from outbox_events where tenant_id = $1",
    [actor.tenantId],
  );
  expect(events).toContainEqual({ name: "settings/setting.changed", subject: "security.secondFactor" });
});

test("a wrong shape, an unknown name and a stale version are refused and change nothing", async () => {
  const update = (input: object) => run(updateSetting, input as never, { actor: other });
  for (const value of ["sometimes", 1, null, { not: "" }, []]) {
    await expect(update({ key: "security.secondFactor", value })).rejects.toMatchObject({
      code: "core.invalid_input",
    });
  }
  await expect(update({ key: "security.staffIdleMinutes", value: 4 })).rejects.toMatchObject({
    fields: [{ path: "value" }],
  });
  await expect(update({ key: "security.unknown", value: true })).rejects.toMatchObject({ kind: "not_found" });
  await update({ key: "security.staffIdleMinutes", value: 60, version: 0 });
  await expect(update({ key: "security.staffIdleMinutes", value: 90, version: 0 })).rejects.toMatchObject({
    code: "core.stale_version",
  });
  expect(await run(reading, {}, { actor: other })).toMatchObject({ idle: 60 });
});

test("put back, a setting follows its initial value again, and a stored value that no longer fits counts as not set", async () => {
  await run(updateSetting, { key: "security.staffIdleMinutes", value: 15 }, { actor });
  expect(await run(resetSetting, { key: "security.staffIdleMinutes" }, { actor })).toMatchObject({
    value: 1_440,
    isChanged: false,
  });
  await database.owner.query(
    "insert into settings (tenant_id, key, value, updated_at) values ($1, 'security.staffIdleMinutes', '\"old\"', now())",
    [actor.tenantId],
  );
  expect(await run(reading, {}, { actor })).toMatchObject({ idle: 1_440 });
  const { items } = await run(listSettings, { area: "security" }, { actor });
  expect(items.map(({ area }) => area)).toEqual(items.map(() => "security"));
});

test("changing settings asks for a fresh sign-in and is no business of clients", async () => {
  const old = { ...actor, authenticatedAt: new Date(Date.now() - 3_600_000) };
  const input = { key: "security.secondFactor", value: "staff" } as const;
  await expect(run(updateSetting, input, { actor: old })).rejects.toMatchObject({
    code: "core.fresh_sign_in_needed",
  });
  const client = clientUser(actor.tenantId, newId());
  await expect(run(updateSetting, input, { actor: client })).rejects.toMatchObject({ kind: "forbidden" });
});
