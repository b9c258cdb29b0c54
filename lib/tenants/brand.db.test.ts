import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/core/operation/actor";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { getBrand } from "@/lib/tenants/operations/get-brand";
import { getBrandFile } from "@/lib/tenants/operations/get-brand-file";
import { setLogo } from "@/lib/tenants/operations/set-logo";
import { updateBrand } from "@/lib/tenants/operations/update-brand";
import { onePixel as pixel } from "@/lib/tenants/testing";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

let database: TestDatabase;
let actor: Actor;
let other: Actor;

beforeAll(async () => {
  database = await testDatabase();
  actor = staff((await aTenant(database.owner)).id);
  other = staff((await aTenant(database.owner)).id);
});

test("the brand is changed by version, seen by visitors, audited and announced", async () => {
  const changes = { version: 1, accent: "#0f766e", termsUrl: "https://northwind.example/terms" };
  expect(await run(updateBrand, changes, { actor })).toMatchObject({ accent: "#0f766e", version: 2 });
  expect(await run(getBrand, {}, { actor: visitor(actor.tenantId) })).toMatchObject({ accent: "#0f766e" });
  await expect(run(updateBrand, changes, { actor })).rejects.toMatchObject({ code: "core.stale_version" });
  const { rows } = await database.owner.query("select name from outbox_events where tenant_id = $1", [
    actor.tenantId,
  ]);
  expect(rows).toEqual([{ name: "tenants/brand.updated" }]);
});

test.each(["red", "#FFF", "#12345g", "url(x)", "#123456;x"])(
  "a colour is a colour: %s is refused",
  async (accent) => {
    await expect(run(updateBrand, { version: 2, accent }, { actor })).rejects.toMatchObject({
      code: "core.invalid_input",
    });
  },
);

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "//evil.example",
  "https://a.example/ x",
  "ftp://a.example",
])("S-31: a link of the brand leads to the web and nowhere else: %s", async (supportUrl) => {
  await expect(run(updateBrand, { version: 2, supportUrl }, { actor })).rejects.toMatchObject({
    code: "core.invalid_input",
  });
});

test("a logo is kept, shown to everybody of the host, replaced and taken away", async () => {
  const first = await run(setLogo, { version: 2, kind: "logo", content: pixel }, { actor });
  const brandFileId = first.logoFileId ?? "";
  const shown = await run(getBrandFile, { brandFileId }, { actor: visitor(actor.tenantId) });
  expect(shown).toEqual({ mediaType: "image/png", content: pixel });
  await expect(run(getBrandFile, { brandFileId }, { actor: visitor(other.tenantId) })).rejects.toMatchObject({
    kind: "not_found",
  });

  await run(setLogo, { version: 3, kind: "logo", content: pixel }, { actor });
  await expect(run(getBrandFile, { brandFileId }, { actor: visitor(actor.tenantId) })).rejects.toMatchObject({
    kind: "not_found",
  });
  expect(await run(setLogo, { version: 4, kind: "logo", content: null }, { actor })).toMatchObject({
    logoFileId: null,
  });
  const { rows } = await database.owner.query("select 1 from stored_files where tenant_id = $1", [
    actor.tenantId,
  ]);
  expect(rows).toEqual([]);
});

test("S-10: what is no plain image becomes no logo, whatever it is called", async () => {
  const risky = [
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "<?php system('id');",
    "GIF89a",
    "%PDF-1.7",
  ];
  for (const text of risky) {
    const content = Buffer.from(text).toString("base64");
    await expect(run(setLogo, { version: 5, kind: "icon", content }, { actor })).rejects.toMatchObject({
      code: "tenants.logo_not_usable",
    });
  }
  const large = Buffer.concat([Buffer.from(pixel, "base64"), Buffer.alloc(140_001)]).toString("base64");
  await expect(run(setLogo, { version: 5, kind: "icon", content: large }, { actor })).rejects.toMatchObject({
    code: "tenants.logo_not_usable",
  });
});
