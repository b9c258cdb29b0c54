import { createSocket, type Socket } from "node:dgram";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/core/operation/actor";
import { visitor } from "@/lib/core/operation/actor";
import { run, runAsSystem } from "@/lib/core/operation/run";
import { hostProof } from "@/lib/tenants/host-proof";
import { lookUpProof } from "@/lib/tenants/look-up-proof";
import { addHost } from "@/lib/tenants/operations/add-host";
import { checkHost } from "@/lib/tenants/operations/check-host";
import { choosePrimaryHost } from "@/lib/tenants/operations/choose-primary-host";
import { listHosts } from "@/lib/tenants/operations/list-hosts";
import { recordHostCheck } from "@/lib/tenants/operations/record-host-check";
import { removeHost } from "@/lib/tenants/operations/remove-host";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";
import { answerTxt } from "@/tests/simulators/name-server";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

let database: TestDatabase;
let mine: Actor;
let other: Actor;

beforeAll(async () => {
  database = await testDatabase();
  mine = staff((await aTenant(database.owner, "Mine")).id);
  other = staff((await aTenant(database.owner, "Other")).id);
});

describe("a host", () => {
  test("is claimed, proved by automation, and answered on only then", async () => {
    const { record, verifiedAt } = await run(addHost, { host: "Shop.Example.com." }, { actor: mine });
    expect(record).toEqual({
      type: "TXT",
      name: "_panel1.shop.example.com",
      value: hostProof(mine.tenantId, "shop.example.com"),
    });
    expect(verifiedAt).toBeNull();
    expect(await tenantForHost("shop.example.com")).toBeUndefined();

    const failed = await runAsSystem(mine.tenantId, recordHostCheck, {
      host: "shop.example.com",
      outcome: "no_record",
    });
    expect(failed).toMatchObject({ verifiedAt: null, lastProblem: "no_record" });
    await runAsSystem(mine.tenantId, recordHostCheck, { host: "shop.example.com", outcome: "proved" });
    expect(await tenantForHost("SHOP.example.com:8443")).toBe(mine.tenantId);

    const { rows } = await database.owner.query(
      "select name from outbox_events where tenant_id = $1 order by sequence",
      [mine.tenantId],
    );
    expect(rows.map(({ name }) => name)).toEqual(["tenants/host.added", "tenants/host.proved"]);
  });

  test("may be claimed by two companies, and belongs to the one that proves it", async () => {
    for (const actor of [mine, other]) await run(addHost, { host: "two.example.com" }, { actor });
    expect(hostProof(mine.tenantId, "two.example.com")).not.toBe(
      hostProof(other.tenantId, "two.example.com"),
    );
    const prove = (actor: Actor) =>
      runAsSystem(actor.tenantId, recordHostCheck, { host: "two.example.com", outcome: "proved" });
    await prove(other);
    expect(await prove(mine)).toMatchObject({ verifiedAt: null, lastProblem: "taken" });
    expect(await tenantForHost("two.example.com")).toBe(other.tenantId);
  });

  test("is claimed once, and by no person proved: no door leads to the outcome", async () => {
    await run(addHost, { host: "once.example.com" }, { actor: mine });
    await expect(run(addHost, { host: "once.example.com" }, { actor: mine })).rejects.toMatchObject({
      code: "tenants.host_taken",
    });
    const told = { host: "once.example.com", outcome: "proved" } as const;
    for (const actor of [mine, visitor(mine.tenantId)]) {
      await expect(run(recordHostCheck, told, { actor })).rejects.toMatchObject({
        kind: expect.stringMatching(/forbidden|unauthenticated/),
      });
    }
    await expect(run(addHost, { host: "127.0.0.1" }, { actor: mine })).rejects.toMatchObject({
      code: "core.invalid_input",
    });
  });

  test("is named in links when chosen, of several proved ones exactly one", async () => {
    await expect(run(choosePrimaryHost, { host: "once.example.com" }, { actor: mine })).rejects.toMatchObject(
      {
        code: "tenants.host_not_proved",
      },
    );
    await runAsSystem(mine.tenantId, recordHostCheck, { host: "once.example.com", outcome: "proved" });
    for (const host of ["shop.example.com", "once.example.com"]) {
      await run(choosePrimaryHost, { host }, { actor: mine });
    }
    const { items } = await run(listHosts, {}, { actor: mine });
    expect(items.filter(({ isPrimary }) => isPrimary).map(({ host }) => host)).toEqual(["once.example.com"]);
  });

  test("of another company is not found, and is given up with a fresh sign-in only", async () => {
    for (const operation of [checkHost, removeHost, choosePrimaryHost]) {
      await expect(run(operation, { host: "once.example.com" }, { actor: other })).rejects.toMatchObject({
        code: "tenants.host_not_found",
      });
    }
    const stale = { ...mine, authenticatedAt: new Date(0) };
    await expect(run(removeHost, { host: "once.example.com" }, { actor: stale })).rejects.toMatchObject({
      code: "core.fresh_sign_in_needed",
    });
    await run(removeHost, { host: "once.example.com" }, { actor: mine });
    expect((await run(listHosts, {}, { actor: mine })).items.map(({ host }) => host)).not.toContain(
      "once.example.com",
    );
  });
});

describe("the look-up of a proof", () => {
  let server: Socket;
  const records = new Map<string, string[]>();

  beforeAll(async () => {
    server = createSocket("udp4");
    server.on("message", (message, from) =>
      server.send(answerTxt(message, records), from.port, from.address),
    );
    await new Promise<void>((resolve) => server.bind(0, "127.0.0.1", resolve));
    const { config } = await import("@/lib/core/config/load");
    Object.assign(config(), { DNS_SERVERS: [`127.0.0.1:${(server.address() as AddressInfo).port}`] });
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  test("asks the name system for the record and tells apart what it finds", async () => {
    records.set("_panel1.a.example", ["v=spf1 -all", "panel1=right"]);
    records.set("_panel1.b.example", ["panel1=wrong"]);
    expect(await lookUpProof("a.example", "panel1=right")).toBe("proved");
    expect(await lookUpProof("b.example", "panel1=right")).toBe("other_value");
    expect(await lookUpProof("c.example", "panel1=right")).toBe("no_record");
  });
});
